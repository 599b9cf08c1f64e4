export { previewOrder as action } from "#app/screens/order/preview.server.ts";
