// Loaded into the server by `npm start`. A starter that is killed can't pass anything on; the channel to it closes, and
// then the server ends as if it had been asked to.
if (process.channel !== undefined) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref(); // it tells of the end, it is no reason to stay
}
