/** The ways to pay that the admin offers; what they are called is Shopify's (orders/gateways.ts). */
import { gatewayNamed } from "../../orders/gateways.ts";

const GATEWAYS = ["shopify_payments", "paypal", "bank_deposit", "cash_on_delivery", "manual"];

export const PAYMENT_METHODS = GATEWAYS.map((gateway) => ({ value: gateway, text: gatewayNamed(gateway).formattedGateway }));
