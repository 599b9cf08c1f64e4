/** Personal values that are recognised wherever they turn up, and an order that carries every one of them. */

export const PERSONAL = {
  firstName: "Canaryfirst4711",
  lastName: "Canarylast4712",
  email: "canary4713@example.com",
  phone: "+15550004714",
  company: "Canarycompany4715",
  street: "4716 Canarystreet",
  flat: "Canaryflat4717",
  city: "Canarycity4718",
  zip: "C4719",
  billingName: "Canarybilling4720",
  note: "Canarynote4721",
  attribute: "Canaryattribute4722",
  purchaseOrder: "Canarypo4723",
  tag: "canarytag4724",
  discountCode: "CANARYCODE4725",
  gateway: "canarygateway4726",
  title: "Canarytitle4727",
  vendor: "Canaryvendor4728",
  bookkeepersMemo: "Canarymemo4729",
  spentCode: "canary-spent-code-4730",
  forgedState: "canary-forged-state-4731",
  querySecret: "canary-query-4732",
  malformedKey: "canary-malformed-key-4733",
  malformedUrl: "canary-malformed-url-4734",
  wrongPassword: "canary-wrong-password-4735",
} as const;

/** `name`: its number; `more` stands in the note, so that the database can be told to refuse this one. */
export function personalOrder(name: string, more = ""): Record<string, unknown> {
  const p = PERSONAL;
  const address = { first_name: p.firstName, last_name: p.lastName, company: p.company, address1: p.street, address2: p.flat, city: p.city, province: "New York", zip: p.zip, country: "United States", country_code: "US", phone: p.phone };
  return {
    name,
    financial_status: "paid",
    gateway: p.gateway,
    customer: { first_name: p.firstName, last_name: p.lastName, email: p.email, phone: p.phone },
    line_items: [{ sku: "CANARY", title: p.title, vendor: p.vendor, quantity: 1, price: "12.00" }],
    discount: { code: p.discountCode, amount: "2.00", allocations: ["2.00"] },
    tags: [p.tag],
    note: `${p.note} ${more}`,
    note_attributes: [{ name: "greeting", value: p.attribute }],
    po_number: p.purchaseOrder,
    shipping_address: address,
    billing_address: { ...address, name: p.billingName },
  };
}
