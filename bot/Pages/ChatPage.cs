using System.Globalization;
using System.Text.Json;
using LibraryBot.Data.Calendar;
using LibraryBot.WebChat;

namespace LibraryBot.Pages;

/// <summary>The page at <c>/</c>: one conversation, in English or Spanish, and the files it is made of.</summary>
internal static class ChatPage
{
    /// <summary>
    /// Everything comes from here; Adaptive Cards and the chat set styles on their elements. The chat's own icons are data addresses, its
    /// sounds blobs.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; font-src 'self' data:; "
        + "media-src 'self' blob: data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>Adds the page, its script's state and the chat's script.</summary>
    public static void MapChatPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", Show);
        app.MapGet("/webchat/status", (WebChatScript script) => Results.Json(new { script = script.State.ToString() }));
        app.MapGet("/webchat/webchat.js", (HttpContext http, WebChatScript script) =>
        {
            if (script.State != ScriptState.Ready)
            {
                return Results.NotFound();
            }

            http.Response.Headers.CacheControl = "public, max-age=604800";
            return Results.File(WebChatScript.File, "text/javascript; charset=utf-8");
        });
    }

    private static IResult Show(HttpContext http, WebChatService chat, LibraryProfile library, IHostEnvironment environment)
    {
        var language = PageFrame.LanguageOf(http.Request);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept-Language";
        return chat.IsOn
            ? Results.Content(Page(language, library, Chat(language, environment.IsDevelopment())), "text/html; charset=utf-8")
            : Results.Content(
                Page(language, library, $"<main id=\"chat\" class=\"notice\"><p>{Text(PageStrings.NotTurnedOn)}</p></main>"),
                "text/html; charset=utf-8",
                statusCode: StatusCodes.Status404NotFound);
    }

    private static string Page(string language, LibraryProfile library, string content) =>
        PageFrame.Html(language, library, "/", null, ("chat", PageStrings.SkipToChat), content);

    private static string Chat(string language, bool choosesSpeaker)
    {
        var speakers = choosesSpeaker
            ? $"""
              <form class="speaker" id="speaker">
                <label for="as">{Text(PageStrings.ChatAs)}</label>
                <select id="as">
                  <option value="teacher">{Text(PageStrings.Teacher)}</option>
                  <option value="student">{Text(PageStrings.Student)}</option>
                  <option value="librarian">{Text(PageStrings.Librarian)}</option>
                  <option value="family">{Text(PageStrings.Family)}</option>
                  <option value="visitor">{Text(PageStrings.Visitor)}</option>
                </select>
              </form>
              """
            : "";
        string[] starters = [PageStrings.Starter1, PageStrings.Starter2, PageStrings.Starter3, PageStrings.Starter4];
        var buttons = string.Concat(starters.Select(starter => $"<li><button type=\"button\">{Text(starter)}</button></li>"));
        var words = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["language"] = language,
            ["gettingReady"] = PageStrings.GettingReady,
            ["noNpm"] = PageStrings.NoNpm,
            ["failed"] = PageStrings.ScriptFailed,
            ["noToken"] = PageStrings.NoToken,
            ["ended"] = PageStrings.Ended,
            ["placeholder"] = PageStrings.Placeholder,
            ["bot"] = PageStrings.BotName,
        });
        return $"""
              {speakers}
              <section class="starters" aria-label="{Text(PageStrings.Starters)}"><ul id="starters">{buttons}</ul></section>
              <main id="chat" tabindex="-1" aria-label="{Text(PageStrings.Chat)}"><p class="notice" id="notice" role="status">{Text(PageStrings.GettingReady)}</p></main>
              <noscript><p class="notice">{Text(PageStrings.NoScript)}</p></noscript>
              <script type="application/json" id="words">{words}</script>
              <script src="/page/page.js" defer></script>
              """;
    }

    private static string Text(string text) => PageFrame.Text(text);
}
