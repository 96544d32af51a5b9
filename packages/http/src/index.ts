export * from './deps.ts';
export * from './login-limits.ts';
export * from './modes.ts';
export * from './route.ts';
export { routes } from './routes/index.ts';
export * from './server.ts';
