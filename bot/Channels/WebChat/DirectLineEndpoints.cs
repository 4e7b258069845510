using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LibraryBot.WebChat;

/// <summary>
/// Direct Line 3.0 as the web chat uses it: tokens, conversations, activities, and a stream with watermark. The protocol is described in the
/// Bot Framework's "Direct Line API 3.0 reference".
/// </summary>
internal static class DirectLineEndpoints
{
    /// <summary>Adds the endpoints under <c>/v3/directline</c>.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder app)
    {
        var directLine = app.MapGroup("/v3/directline").AddEndpointFilter(AllowedBodies);
        directLine.MapPost("tokens/generate", GenerateAsync);
        directLine.MapPost("tokens/refresh", RefreshAsync);
        directLine.MapPost("conversations", BeginAsync);
        directLine.MapGet("conversations/{id}", ReconnectAsync);
        directLine.MapPost("conversations/{id}/activities", PostAsync);
        directLine.MapGet("conversations/{id}/activities", GetAsync);
        directLine.MapPost("conversations/{id}/upload", UploadAsync);
        directLine.MapGet("conversations/{id}/stream", StreamAsync);
    }

    private static async ValueTask<object?> AllowedBodies(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<WebChatService>().IsOn)
        {
            return Refusal(StatusCodes.Status404NotFound, "NotConfigured", "The web chat is not turned on.");
        }

        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException refused)
        {
            return Refusal(refused.StatusCode, "BadArgument", "The request could not be read.");
        }
    }

    private static async Task<IResult> GenerateAsync(HttpContext http, WebChatService chat, CancellationToken cancellationToken)
    {
        if (!chat.MayGenerate(http))
        {
            return Forbidden();
        }

        var body = await WebChatJson.ReadAsync(http.Request, cancellationToken);
        var user = (body?["user"] as JObject)?["id"] is JValue { Type: JTokenType.String } id ? id.Value<string>()!.Trim() : string.Empty;
        if (user.Length is 0 or > 128)
        {
            return Refusal(StatusCodes.Status400BadRequest, "BadArgument", "Name the user: {\"user\": {\"id\": \"...\"}}, at most 128 characters.");
        }

        var locale = body?["locale"] is JValue { Type: JTokenType.String, Value: string and ("en" or "es") } said ? said.Value<string>() : null;
        var conversation = chat.Conversations.Begin(user);
        return TokenResult(chat, new WebChatPass(user, conversation.Id, locale));
    }

    private static async Task<IResult> RefreshAsync(HttpContext http, WebChatService chat) =>
        await chat.PassOfAsync(http) is { } pass ? TokenResult(chat, pass) : Forbidden();

    private static async Task<IResult> BeginAsync(HttpContext http, WebChatService chat)
    {
        if (await chat.PassOfAsync(http) is not { } pass)
        {
            return Forbidden();
        }

        var conversation = pass.Conversation is { } id ? chat.Conversations.Of(id, pass.User) : chat.Conversations.Begin(pass.User);
        if (conversation is null)
        {
            return Forbidden();
        }

        conversation.Locale = pass.Locale;
        chat.Welcome(conversation);
        return ConversationResult(http, chat, pass with { Conversation = conversation.Id }, 0, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReconnectAsync(string id, HttpContext http, WebChatService chat) =>
        await chat.EnterAsync(http, id) switch
        {
            (null, var refusal) => refusal!,
            (var (pass, _), _) => ConversationResult(http, chat, pass, Watermark(http), StatusCodes.Status200OK),
        };

    private static async Task<IResult> PostAsync(string id, HttpContext http, WebChatService chat, CancellationToken cancellationToken)
    {
        var (entered, refusal) = await chat.EnterAsync(http, id);
        if (entered is null)
        {
            return refusal!;
        }

        Activity? activity;
        try
        {
            activity = (await WebChatJson.ReadAsync(http.Request, cancellationToken))?.ToObject<Activity>(WebChatJson.Serializer);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or OverflowException or ArgumentException)
        {
            activity = null;
        }

        if (activity?.Type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.Typing))
        {
            return Refusal(StatusCodes.Status400BadRequest, "BadArgument", "Send an activity as JSON: a message, an event or typing.");
        }

        return Results.Json(new { id = chat.Take(entered.Value.Conversation, activity) });
    }

    private static async Task<IResult> GetAsync(string id, HttpContext http, WebChatService chat)
    {
        var (entered, refusal) = await chat.EnterAsync(http, id);
        if (entered is null)
        {
            return refusal!;
        }

        var (activities, watermark, _) = entered.Value.Conversation.After(Watermark(http));
        return Results.Bytes(WebChatJson.ActivitySet(activities, watermark), "application/json; charset=utf-8");
    }

    private static async Task<IResult> UploadAsync(string id, HttpContext http, WebChatService chat) =>
        (await chat.EnterAsync(http, id)).Refusal
        ?? Refusal(StatusCodes.Status415UnsupportedMediaType, "UploadNotSupported", "This chat takes words only, no files.");

    private static async Task<IResult> StreamAsync(string id, HttpContext http, WebChatService chat)
    {
        var (entered, refusal) = await chat.EnterAsync(http, id);
        if (entered is null)
        {
            return refusal!;
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            return Refusal(StatusCodes.Status400BadRequest, "BadArgument", "The stream is a WebSocket (RFC 6455).");
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, chat.Stopping);
        await WebChatStream.RunAsync(socket, entered.Value.Conversation, Watermark(http), stop.Token);
        return Results.Empty;
    }

    /// <summary>A refusal as Direct Line words one.</summary>
    internal static IResult Refusal(int status, string code, string message) => Results.Json(new { error = new { code, message } }, statusCode: status);

    internal static IResult Forbidden() => Refusal(StatusCodes.Status403Forbidden, "Forbidden", "The token is missing, expired or not for this.");

    private static long Watermark(HttpContext http) =>
        long.TryParse(http.Request.Query["watermark"], NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark : 0;

    private static IResult TokenResult(WebChatService chat, WebChatPass pass) => Results.Json(new
    {
        conversationId = pass.Conversation,
        token = chat.Tokens.Sign(pass),
        expires_in = (int)WebChatTokens.Lifetime.TotalSeconds,
    });

    private static IResult ConversationResult(HttpContext http, WebChatService chat, WebChatPass pass, long watermark, int status)
    {
        var token = chat.Tokens.Sign(pass);
        var scheme = http.Request.IsHttps ? "wss" : "ws";
        return Results.Json(
            new
            {
                conversationId = pass.Conversation,
                token,
                expires_in = (int)WebChatTokens.Lifetime.TotalSeconds,
                streamUrl = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{scheme}://{http.Request.Host}/v3/directline/conversations/{pass.Conversation}/stream?watermark={watermark}&t={token}"),
            },
            statusCode: status);
    }
}
