using System.Globalization;
using LibraryBot.Data.Calendar;

namespace LibraryBot.Pages;

/// <summary>The pages at <c>/privacy</c> and <c>/terms</c>, which the Teams manifest names: what the bot keeps, and what it is for.</summary>
internal static class InformationPages
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>Adds the pages.</summary>
    public static void MapInformationPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/privacy", (HttpContext http, LibraryProfile library) => Show(http, library, "/privacy", () => (PrivacyStrings.Title, PrivacyStrings.Body)));
        app.MapGet("/terms", (HttpContext http, LibraryProfile library) => Show(http, library, "/terms", () => (TermsStrings.Title, TermsStrings.Body)));
    }

    private static IResult Show(HttpContext http, LibraryProfile library, string path, Func<(string Title, string Body)> words)
    {
        var language = PageFrame.LanguageOf(http.Request);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Accept-Language";
        var (title, body) = words();
        var text = string.Concat(string.Format(CultureInfo.CurrentCulture, body, library.Name, library.School, Contact(library))
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Block));
        return Results.Content(
            PageFrame.Html(
                language,
                library,
                path,
                title,
                ("text", PageStrings.SkipToText),
                $"<main class=\"text\" id=\"text\"><h1>{PageFrame.Text(title)}</h1>{text}</main>"),
            "text/html; charset=utf-8");
    }

    /// <summary>A line is a paragraph; one that begins with a number sign is a heading.</summary>
    private static string Block(string line) => line.StartsWith("# ", StringComparison.Ordinal)
        ? $"<h2>{PageFrame.Text(line[2..])}</h2>"
        : $"<p>{PageFrame.Text(line)}</p>";

    private static string Contact(LibraryProfile library) => library.Contact is { } contact
        ? string.Join(", ", new[] { contact.Name, contact.Email, contact.Telephone }.Where(way => !string.IsNullOrWhiteSpace(way)))
        : library.School;
}
