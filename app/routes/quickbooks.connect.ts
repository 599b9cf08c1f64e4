export { beginConnecting as action } from "#app/screens/connect-quickbooks/action.server.ts";
