#!/usr/bin/env node
/** Builds dist/client (script, styles, fonts, manifest.json) and dist/server/entry-server.js. No network. */
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url))
const started = performance.now()

await build({ configFile })
await build({ configFile, build: { ssr: true } })

console.log(`web built in ${((performance.now() - started) / 1000).toFixed(1)} s`)
