import type { APIRoute } from "astro";

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 20 20"><path d="M1 1h14M1 19h14M2.5 1v3c0 3 3.5 4 3.5 6s-3.5 3-3.5 6v3M13.5 1v3c0 3-3.5 4-3.5 6s3.5 3 3.5 6v3" fill="none" stroke="#0b6170" stroke-width="1.6" stroke-linecap="round"/></svg>
`;

export const GET: APIRoute = () =>
  new Response(icon, { headers: { "content-type": "image/svg+xml" } });
