using LibraryBot.Dialogs.Conversation;

namespace LibraryBot.Pages;

/// <summary>What all documents have in common that whoever has their link may see without an account: a shared kit, a booking as a calendar file.</summary>
internal static class LinkedDocument
{
    /// <summary>Speaks the reader's language, and keeps the document from caches, search engines and the pages it leads to.</summary>
    /// <returns>"en" or "es".</returns>
    public static string Prepare(HttpContext http)
    {
        var language = PageFrame.LanguageOf(http.Request);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept-Language";
        SpokenLanguage.Speak(language);
        return language;
    }
}
