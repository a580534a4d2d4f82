/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the public page shows; set by the worker before it renders one. */
    page?: import('./page-models.ts').PageModel | undefined
  }
}
