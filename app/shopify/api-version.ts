/** The one place that names the version of Shopify's Admin API; a test fails 90 days before it sunsets. */
import { ApiVersion } from "@shopify/shopify-api";

export const API_VERSION = ApiVersion.October26;

/** A stable version is served for at least 12 months after its release on its first day (https://shopify.dev/docs/api/usage/versioning). */
export const API_VERSION_SUNSET = "2027-10-01";
