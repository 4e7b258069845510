using System.Text.Json;
using LibraryBot.Data;
using LibraryBot.Data.Outbox;
using LibraryBot.Settings;
using LibraryBot.WebChat;
using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Health;

/// <summary>The state of each part, for whoever watches the bot.</summary>
internal static class HealthEndpoint
{
    /// <summary>Adds <c>GET /health</c>: 200 while the bot can work, 503 when it cannot reach its database.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapGet("/health", ReportAsync);

    private static async Task<IResult> ReportAsync(
        IDbContextFactory<LibraryContext> databases,
        WebChatService chat,
        WebChatScript script,
        IConfiguration configuration,
        LanguageModelHealth model,
        TimeProvider time,
        OutboxReports outbox,
        ILogger<WebChatService> log,
        CancellationToken cancellationToken)
    {
        object database;
        object languageModel = new { state = "unreachable" };
        IReadOnlyDictionary<OutboxState, int>? messages = null;
        var works = true;
        try
        {
            await using var context = await databases.CreateDbContextAsync(cancellationToken);
            database = new
            {
                state = "ok",
                provider = context is PostgresLibraryContext ? "Postgres" : "Sqlite",
                titles = await context.Titles.CountAsync(title => title.WithdrawnAt == null, cancellationToken),
                copies = await context.Copies.CountAsync(cancellationToken),
                people = await context.People.CountAsync(cancellationToken),
            };
            messages = await outbox.CountAsync(cancellationToken);
            languageModel = await model.ReportAsync(cancellationToken);
        }
        // Whatever the database's trouble is, the report must say so rather than fail.
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            works = false;
            database = new { state = "unreachable" };
            log.LogError(trouble, "The health report could not reach the database");
        }

        return Results.Json(
            new
            {
                status = works ? "ok" : "failing",
                time = time.GetUtcNow(),
                parts = new
                {
                    database,
                    webChat = new
                    {
                        state = !chat.IsOn ? "off" : script.State switch { ScriptState.Ready => "ok", ScriptState.Fetching => "starting", _ => "no script" },
                        conversations = chat.Conversations.Count,
                    },
                    outbox = new
                    {
                        state = messages is null ? "unreachable" : "ok",
                        messages = messages?.ToDictionary(count => JsonNamingPolicy.CamelCase.ConvertName(count.Key.ToString()), count => count.Value),
                    },
                    channels = new { state = ChannelTrustSettings.AreSet(configuration) ? "ok" : "this machine only" },
                    languageModel,
                },
            },
            statusCode: works ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
