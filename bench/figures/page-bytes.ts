import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Candidate, Race, Sample } from '../frame/figure.ts';
import type { Stage } from '../stage/open-stage.ts';
import { peerProgram, startServer, type ServerProcess } from '../stage/server-process.ts';

/** Requests under way at a time. */
const CONCURRENCY = 16;
const MAIN = path.resolve(import.meta.dirname, '../../apps/server/src/main.ts');

export interface BytesPage {
  readonly name: string;
  readonly url: string;
  /** Kept: a guest's page as it comes from the cache. Otherwise its address says something more, and it is made anew every time. */
  readonly isKept: boolean;
}

/** A guest's page over HTTP, against a Fastify route that has the same bytes in its memory: what we do beside sending them. */
export async function pageBytes(stage: Stage, { name, url, isKept }: BytesPage): Promise<Race> {
  const own = await startServer({
    program: MAIN, readyAt: '/V1/openapi.json',
    environment: ({ port, origin }) => ({ ...stage.environment, PORT: String(port), ORIGIN: origin, ONBEHALF_SECRET: randomBytes(32).toString('base64url') }),
  });
  stage.onEnd(own.end);
  const address = own.origin + (isKept ? url : `${url}${url.includes('?') ? '&' : '?'}anew=1`);
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bench-page-')), 'page.html');
  writeFileSync(file, (await get(agent, address)).body);
  const peer = await startServer({ program: peerProgram('fastify-server.mjs'), environment: ({ port }) => ({ PEER_PAGE: file, PEER_PORT: String(port), NODE_ENV: 'production' }) });
  stage.onEnd(peer.end);
  const { cache, body } = await get(agent, address);
  if ((cache === 'hit') !== isKept) throw new Error(`${address} came ${cache ?? 'uncounted'} from the cache`);
  return {
    kind: 'race', name, unit: `times ${url}, ${CONCURRENCY} at a time`, goal: isKept ? 0.8 : 0.12,
    candidates: { baselines: [asks('Fastify', peer, { agent, address: `${peer.origin}/page` })], ours: asks('Onbehalf', own, { agent, address }) },
    notes: [`${Buffer.byteLength(body)} bytes. CPU is of the server process.`],
  };
}

interface Got {
  body: string;
  cache: string | undefined;
}

function get(agent: http.Agent, address: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    http.get(address, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        const cache = response.headers['onbehalf-cache'];
        if (response.statusCode === 200) resolve({ body, cache: typeof cache === 'string' ? cache : undefined });
        else reject(new Error(`${address} was answered with ${response.statusCode ?? 0}`));
      });
    }).on('error', reject);
  });
}

function asks(name: string, server: ServerProcess, { agent, address }: { agent: http.Agent; address: string }): Candidate {
  const work = async (end: number): Promise<number> => {
    let done = 0;
    for (; performance.now() < end; done += 1) await get(agent, address);
    return done;
  };
  return {
    name,
    turn: async (seconds): Promise<Sample> => {
      const [cpu, began] = [server.cpuSeconds(), performance.now()];
      const counts = await Promise.all(Array.from({ length: CONCURRENCY }, () => work(began + seconds * 1000)));
      const after = server.cpuSeconds();
      return { operations: counts.reduce((sum, count) => sum + count, 0), seconds: (performance.now() - began) / 1000, cpuSeconds: cpu === null || after === null ? null : after - cpu };
    },
  };
}
