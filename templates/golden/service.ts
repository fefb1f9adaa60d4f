/** Where the goldens think the service is. Nothing is ever sent there. */
export const baseUrl = "https://api.example.com/v1";
