import type { Response } from 'express'

/** A page of a few sentences, for where no screen can help. The texts are ours and never hold what a person typed. */
export function sendPlainPage(res: Response, title: string, sentences: readonly string[]): void {
  const body = sentences.map(sentence => `<p>${htmlText(sentence)}</p>`).join('\n')
  res.type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)}</title>
</head>
<body>
<h1>${htmlText(title)}</h1>
${body}
</body>
</html>
`)
}

const htmlText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
