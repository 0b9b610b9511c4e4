package onrecord.desk;

import io.javalin.http.Context;

/**
 * The headers every answer bears: a page may use what the desk itself serves and nothing else, so
 * that a slip in escaping an article's words could not run them.
 */
final class SecurityHeaders {
  private SecurityHeaders() {}

  static void set(Context ctx) {
    ctx.header(
        "Content-Security-Policy",
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "same-origin");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    // An article may be withdrawn at any time: what is shown is asked for anew.
    ctx.header("Cache-Control", "no-cache");
  }
}
