/** What worker threads load, which lies beside this module here, when compiled, and in the bundle, whose modules are in one folder. */
export const workerFile = new URL('./worker.js', import.meta.url);
