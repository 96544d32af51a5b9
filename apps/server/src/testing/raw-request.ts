import { request } from 'node:http';

export interface RawAnswer {
  status: number;
  to: string;
  text: string;
}

/** A request whose address goes out as it is written: fetch would tidy it up first. */
export function rawRequest(origin: string, { method = 'GET', path, headers = {}, body }: { method?: string; path: string; headers?: Record<string, string>; body?: string }): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ agent: false, hostname, port, method, path, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: response.statusCode ?? 0, to: response.headers.location ?? '', text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
