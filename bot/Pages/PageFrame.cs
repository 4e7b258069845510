using System.Text.Encodings.Web;
using LibraryBot.Data.Calendar;

namespace LibraryBot.Pages;

/// <summary>What every page of the bot has around its content: the school's name, the way to the other language, and to what is kept and what is allowed.</summary>
internal static class PageFrame
{
    /// <summary>A whole page.</summary>
    /// <param name="language">"en" or "es".</param>
    /// <param name="library">The school's library.</param>
    /// <param name="path">The page's own address.</param>
    /// <param name="title">What it is called, in the browser's title; null for the library's page.</param>
    /// <param name="skip">The id of what the link at the top leads to, and what that link says.</param>
    /// <param name="content">The content, as HTML.</param>
    public static string Html(string language, LibraryProfile library, string path, string? title, (string To, string Text) skip, string content)
    {
        var other = language == "es" ? "en" : "es";
        var name = Text(library.Name);
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
              <meta name="color-scheme" content="light dark">
              <title>{(title is null ? name : $"{Text(title)} – {name}")} – LibraryBot</title>
              <link rel="icon" href="/page/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/page/page.css">
            </head>
            <body>
              <a class="skip" href="#{skip.To}">{Text(skip.Text)}</a>
              <header>
                <img src="/page/icon.svg" alt="" width="36" height="36">
                <div>
                  <{(title is null ? "h1" : "p class=\"library\"")}>{name}</{(title is null ? "h1" : "p")}>
                  <p>{Text(library.School)}</p>
                </div>
                <a class="language" href="{path}?lang={other}" lang="{other}" hreflang="{other}">{(other == "es" ? "Español" : "English")}</a>
              </header>
              {content}
              <footer>
                <a href="/privacy?lang={language}">{Text(PrivacyStrings.Title)}</a>
                <a href="/terms?lang={language}">{Text(TermsStrings.Title)}</a>
              </footer>
            </body>
            </html>
            """;
    }

    /// <summary>What the address says, else the browser's first language that is one of ours, else English.</summary>
    public static string LanguageOf(HttpRequest request) =>
        request.Query["lang"].ToString() is "en" or "es"
            ? request.Query["lang"].ToString()
            : request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(accepted => accepted.Quality ?? 1)
                .Select(accepted => accepted.Value.ToString().Split('-')[0].ToLowerInvariant())
                .FirstOrDefault(code => code is "en" or "es") ?? "en";

    /// <summary>Text as HTML.</summary>
    public static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
