import { z } from "zod";

export const share = z.number().min(0).max(1);
