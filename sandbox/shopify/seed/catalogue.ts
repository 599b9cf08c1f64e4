/** The sample shop's articles: kitchen, textiles, coffee and prints of a few vendors, most of them taxed. */
import { formatMinor } from "../money/minor-units.ts";
import type { ProductRecord } from "../state/shop-state.ts";

type Row = [sku: string, title: string, vendor: string, productType: string, price: number, cost: number | null, taxable?: boolean];

/** Price and cost in the currency's smallest units. */
const ROWS: readonly Row[] = [
  ["TEE-RED-M", "Classic tee, red, M", "Harbour Textiles", "Apparel", 1999, 720],
  ["TEE-NAVY-L", "Classic tee, navy, L", "Harbour Textiles", "Apparel", 1999, 720],
  ["SWEAT-GREY-M", "Loopback sweatshirt, grey, M", "Harbour Textiles", "Apparel", 5400, 2150],
  ["CAP-CANVAS", "Canvas cap", "Harbour Textiles", "Accessories", 2450, 890],
  ["SOCK-WOOL", "Wool socks, two pairs", "Harbour Textiles", "Apparel", 1650, 610],
  ["TOTE-STRIPE", "Striped tote bag", "Harbour Textiles", "Accessories", 3200, 1180],
  ["BLANKET-LAMB", "Lambswool blanket", "Fell & Dale", "Home", 12900, 5800],
  ["CUSHION-LINEN", "Linen cushion", "Fell & Dale", "Home", 3900, 1500],
  ["APRON-DENIM", "Denim apron", "Fell & Dale", "Kitchen", 4850, 1900],
  ["TOWEL-TEA-3", "Tea towels, set of three", "Fell & Dale", "Kitchen", 2400, 840],
  ["MUG-ENAMEL", "Enamel mug", "Northwind Supply", "Kitchen", 1450, 480],
  ["BOWL-STONE", "Stoneware bowl", "Northwind Supply", "Kitchen", 2275, 790],
  ["KETTLE-STOVE", "Stovetop kettle", "Northwind Supply", "Kitchen", 6900, 2900],
  ["PAN-IRON-24", "Cast iron pan, 24 cm", "Northwind Supply", "Kitchen", 5995, 2600],
  ["KNIFE-PARING", "Paring knife", "Northwind Supply", "Kitchen", 3125, 1210],
  ["BOARD-OAK", "Oak chopping board", "Northwind Supply", "Kitchen", 4200, 1650],
  ["COFFEE-HOUSE", "House coffee, 340 g", "Lantern Coffee", "Food", 1575, 690, false],
  ["COFFEE-DECAF", "Decaf coffee, 340 g", "Lantern Coffee", "Food", 1675, 740, false],
  ["TEA-BREAKFAST", "Breakfast tea, 50 bags", "Lantern Coffee", "Food", 1150, 410, false],
  ["DRIPPER-V2", "Ceramic coffee dripper", "Lantern Coffee", "Kitchen", 2850, 1100],
  ["PRINT-HARBOUR", "Harbour print, A3", "Paper Pilot", "Art", 3500, 900],
  ["PRINT-LIGHTHOUSE", "Lighthouse print, A2", "Paper Pilot", "Art", 5250, 1350],
  ["NOTEBOOK-DOT", "Dotted notebook", "Paper Pilot", "Stationery", 1290, 430],
  ["GIFT-CARD-50", "Gift card, 50", "Harbour Goods", "Gift Card", 5000, null, false],
];

export function sampleCatalogue(currency: string): ProductRecord[] {
  return ROWS.map(([sku, title, vendor, productType, price, cost, taxable = true]) => ({
    sku,
    title,
    vendor,
    productType,
    price: formatMinor(BigInt(price), currency),
    unitCost: cost === null ? null : formatMinor(BigInt(cost), currency),
    taxable,
    giftCard: productType === "Gift Card",
  }));
}
