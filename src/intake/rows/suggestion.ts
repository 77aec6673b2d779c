export { nearest, normalised, suggestion } from "../../contracts/index.ts";
