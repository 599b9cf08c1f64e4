export { loadRunCsv as loader } from "#app/screens/run/loader.server.ts";
