/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the public page shows; set by the worker before it renders one. */
    page?: import('./page-models.ts').PageModel | undefined
  }
}

/** Names the bytes of the map's script, style and library; put in by the build. */
declare const AREA_MAP_VERSION: string
