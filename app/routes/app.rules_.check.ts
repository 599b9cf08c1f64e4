export { checkPublishing as action } from "#app/screens/rules/check.server.ts";
