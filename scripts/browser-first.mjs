/*
 * Does nothing, and is waited for: the tests of live classes, of a cluster and the chaos begin after it, and it begins when the
 * browser tests can. Those take longest by far, so they have to be the first in the queue, not the last.
 */
