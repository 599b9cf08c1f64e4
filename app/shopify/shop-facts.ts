/** What the app must know of a shop before it books anything: currency, zone, country, whether prices include tax. */
import { z } from "zod";
import { failure, type Result, success } from "#app/domain/result.ts";
import type { Fault } from "#app/pipeline/ports/fault.ts";
import type { NewShopFacts } from "#app/pipeline/ports/shop-registry.ts";
import type { GraphqlRequest } from "./orders/graphql-answer.ts";

export const SHOP_FACTS_QUERY = `query ShopFacts {
  shop { name myshopifyDomain currencyCode ianaTimezone taxesIncluded shopAddress { countryCodeV2 } }
}`;

const shopSchema = z.object({
  shop: z.object({
    name: z.string(),
    myshopifyDomain: z.string(),
    currencyCode: z.string().regex(/^[A-Z]{3}$/),
    ianaTimezone: z.string(),
    taxesIncluded: z.boolean(),
    shopAddress: z.object({ countryCodeV2: z.string().nullable() }),
  }),
});

export async function readShopFacts(graphql: GraphqlRequest): Promise<Result<NewShopFacts, Fault>> {
  const answer = await graphql(SHOP_FACTS_QUERY, {});
  if (!answer.ok) return answer;
  const parsed = shopSchema.safeParse(answer.value.data);
  if (!parsed.success) return failure({ kind: "defect", detail: "Shopify's answer about the shop could not be read" });
  const { name, myshopifyDomain, currencyCode, ianaTimezone, taxesIncluded, shopAddress } = parsed.data.shop;
  // A shop without an address yet has no country; US rules are the ones that assume least about tax.
  return success({ domain: myshopifyDomain, name, currency: currencyCode, timeZone: ianaTimezone, country: shopAddress.countryCodeV2 ?? "US", taxesIncluded });
}
