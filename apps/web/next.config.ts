import type { NextConfig } from 'next'

/** Every screen is a file: the server serves them, and nothing is rendered per request. */
const config: NextConfig = {
  output: 'export',
  // The gallery is built beside the screens, never into them.
  ...(process.env.NEXT_PUBLIC_GALLERY === '1' && { distDir: '.gallery' }),
  trailingSlash: true,
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // The repository's own checks run on their own.
  typescript: { ignoreBuildErrors: true },
}

export default config
