export { exportRules as loader } from "#app/screens/rule-exchange/loader.server.ts";
