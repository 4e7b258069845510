using System.Globalization;
using System.Text;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Kits;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Kits;

namespace LibraryBot.Pages;

/// <summary>
/// A shared kit at <c>/kits/{token}</c>, to look at and to print, and at <c>/kits/{token}/kit.csv</c> as a file. Whoever has the link sees it, without an account, as long as it
/// lasts; of one that never was and one that ended the answer is the same.
/// </summary>
internal static class KitPage
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Adds the page and the file.</summary>
    public static void MapKits(this IEndpointRouteBuilder app)
    {
        app.MapGet("/kits/{token}", ShowAsync);
        app.MapGet("/kits/{token}/kit.csv", DownloadAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string token, KitLinks links, KeptKits kept, LibraryProfile library, OpeningTimes times, CancellationToken cancellationToken)
    {
        var language = Prepare(http);
        if (await links.OpenAsync(token, cancellationToken) is not { } kit)
        {
            return Gone(language, library);
        }

        var opened = await kept.OpenAsync(kit, cancellationToken);
        var content = Content(language, token, kit, opened, library, times.Today);
        return Results.Content(
            PageFrame.Html(language, library, $"/kits/{token}", kit.Name, ("kit", KitPageStrings.SkipToKit), content), "text/html; charset=utf-8");
    }

    private static async Task<IResult> DownloadAsync(HttpContext http, string token, KitLinks links, KeptKits kept, LibraryProfile library, CancellationToken cancellationToken)
    {
        var language = Prepare(http);
        if (await links.OpenAsync(token, cancellationToken) is not { } kit)
        {
            return Gone(language, library);
        }

        var opened = await kept.OpenAsync(kit, cancellationToken);
        return Results.File(KitCsv.Of(opened, library), "text/csv; charset=utf-8", FileName(kit.Name));
    }

    private static string Prepare(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return LinkedDocument.Prepare(http);
    }

    private static IResult Gone(string language, LibraryProfile library) => Results.Content(
        PageFrame.Html(
            language, library, "/", KitPageStrings.GoneTitle, ("kit", PageStrings.SkipToText),
            $"<main class=\"text\" id=\"kit\"><h1>{Text(KitPageStrings.GoneTitle)}</h1><p>{Text(KitPageStrings.Gone)}</p></main>"),
        "text/html; charset=utf-8",
        statusCode: StatusCodes.Status404NotFound);

    private static string Content(string language, string token, UnitKit kept, Kit kit, LibraryProfile library, DateOnly today)
    {
        var html = new StringBuilder($"<main class=\"text kit\" id=\"kit\"><h1>{Text(kept.Name)}</h1>");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Text(Say(KitPageStrings.About, KitText.Topic(kit.Request)))} {Text(KitText.Summary(kit.Request))}</p>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"screen\"><a href=\"/kits/{token}/kit.csv?lang={language}\" download>{Text(KitPageStrings.Csv)}</a>. {Text(KitPageStrings.Print)}</p>");
        List(html, KitPageStrings.Standards, kit.Standards.Select(standard => $"<strong>{Text(standard.Code)}</strong> {Text(standard.Text)}"));
        List(html, KitPageStrings.Missing, kit.Gaps.Select(gap => Text(KitText.Gap(gap))));
        var numbers = KitText.Numbers(kit);
        foreach (var section in kit.Sections)
        {
            Section(html, section, kit, numbers, library, today);
        }

        List(html, KitPageStrings.Databases, kit.Databases.Select(database =>
            $"<a href=\"{Text(database.Url.ToString())}\" rel=\"noreferrer\">{Text(database.Name)}</a>{(database.About.In(language) is { } about ? ": " + Text(about) : "")}<span class=\"print\"> ({Text(database.Url.ToString())})</span>"));
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">{Text(Say(KitPageStrings.AsOf, KitText.Day(today)))}</p></main>");
        return html.ToString();
    }

    private static void Section(StringBuilder html, KitSection section, Kit kit, IReadOnlyDictionary<int, int> numbers, LibraryProfile library, DateOnly today)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(KitText.Heading(section))}</h2>");
        if (section.Titles.Count == 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Text(KitPageStrings.Nothing)}</p>");
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<table><caption>{Text(KitText.Heading(section))}</caption><thead><tr>");
        foreach (var column in new[] { KitPageStrings.Number, KitPageStrings.TitleColumn, KitPageStrings.Kind, KitPageStrings.Place, KitPageStrings.Copies })
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Text(column)}</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var title in section.Titles)
        {
            var note = KitText.Note(title) is { } words ? $"<br><small>{Text(words)}</small>" : "";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td data-label=\"{Text(KitPageStrings.Number)}\">{numbers[title.Title.Id]}</td><th scope=\"row\">{Text(KitText.Named(title.Title))}{note}</th>"
                + $"<td data-label=\"{Text(KitPageStrings.Kind)}\">{Text(KitText.Kind(title, kit.Request))}</td><td data-label=\"{Text(KitPageStrings.Place)}\">{Place(title, library)}</td>"
                + $"<td data-label=\"{Text(KitPageStrings.Copies)}\">{Text(KitText.Copies(title, today))}</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Place(KitTitle title, LibraryProfile library) =>
        title.Copies == 0 && Uri.TryCreate(title.Title.Link, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"
            ? $"<a href=\"{Text(link.ToString())}\" rel=\"noreferrer\">{Text(link.Host)}</a>"
            : Text(KitText.Place(title, library));

    private static void List(StringBuilder html, string heading, IEnumerable<string> items)
    {
        var all = items.Select(item => $"<li>{item}</li>").ToList();
        if (all.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(heading)}</h2><ul>{string.Concat(all)}</ul>");
        }
    }

    private static string FileName(string name)
    {
        var plain = string.Concat(name.Where(character => char.IsLetterOrDigit(character) || character is ' ' or '-' or '_')).Trim();
        return (plain.Length == 0 ? "kit" : plain) + ".csv";
    }

    private static string Say(string sentence, params object?[] gaps) => string.Format(CultureInfo.CurrentCulture, sentence, gaps);

    private static string Text(string text) => PageFrame.Text(text);
}
