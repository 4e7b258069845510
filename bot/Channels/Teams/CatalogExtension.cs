using AdaptiveCards;
using LibraryBot.Data;
using LibraryBot.Data.Catalog;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.EntityFrameworkCore;
using Newtonsoft.Json.Linq;

namespace LibraryBot.Teams;

/// <summary>
/// The message extension <c>searchCatalog</c>: titles of the catalogue from the box a message is written in. It shows what anybody may see, the
/// same to everybody but students, from whom the school may keep titles for older readers.
/// </summary>
internal sealed partial class CatalogExtension(
    ICatalogSearch catalog, IDbContextFactory<LibraryContext> database, TitleToShare share, ILogger<CatalogExtension> log)
{
    /// <summary>The command's id in the manifest.</summary>
    public const string Command = "searchCatalog";

    /// <summary>The name of its parameter in the manifest.</summary>
    public const string Parameter = "query";

    private const int LongestQuery = 200;
    private const int MostTitles = 25;
    private const int MostSkipped = 1000;

    /// <summary>Teams gives up after five seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Answers a query: what was found, the newest titles where nothing is asked yet, or a sentence.</summary>
    public async Task<MessagingExtensionResponse> AnswerAsync(ITurnContext turn, MessagingExtensionQuery query, CancellationToken cancellationToken)
    {
        if (query.CommandId != Command)
        {
            return Sentence(TurnStrings.UnknownCommand);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var (skip, take) = Page(query.QueryOptions);
            var words = WordsOf(query);
            var titles = words.Length == 0
                ? await NewestAsync(skip, take, patience.Token)
                : [.. (await catalog.SearchAsync(new CatalogQuery { Text = words, Skip = skip, Take = take }, patience.Token)).Hits.Select(hit => hit.Title)];

            List<Title> shown = [.. titles.Where(title => share.MayBeShown(title, turn))];

            // An empty list ends the scrolling; only a search that found nothing at all deserves a sentence.
            return shown.Count == 0 && skip == 0
                ? Sentence(TurnStrings.NothingFound)
                : new MessagingExtensionResponse(new MessagingExtensionResult("list", "result", [.. shown.Select(Attachment)]));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogSlow(Patience.TotalSeconds);
            return Sentence(TurnStrings.SearchTooSlow);
        }
    }

    private static MessagingExtensionResponse Sentence(string text) => new(new MessagingExtensionResult(type: "message", text: text));

    private static (int Skip, int Take) Page(MessagingExtensionQueryOptions? options) => (
        Math.Clamp(options?.Skip ?? 0, 0, MostSkipped),
        options?.Count is { } count and > 0 ? Math.Min(count, MostTitles) : MostTitles);

    /// <summary>Before anything is typed Teams sends <c>initialRun</c> instead, or an empty text.</summary>
    private static string WordsOf(MessagingExtensionQuery query)
    {
        var value = query.Parameters?.FirstOrDefault(parameter => parameter?.Name == Parameter)?.Value;
        var text = (value as string ?? (value as JValue)?.Value as string)?.Trim() ?? string.Empty;
        return text.Length <= LongestQuery ? text
            : char.IsHighSurrogate(text[LongestQuery - 1]) ? text[..(LongestQuery - 1)]
            : text[..LongestQuery];
    }

    private async Task<IReadOnlyList<Title>> NewestAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.CreateDbContextAsync(cancellationToken);
        return await context.Titles.AsNoTracking()
            .Where(title => title.WithdrawnAt == null)
            // Numbers are given in the order titles come in, and their index is there already.
            .OrderByDescending(title => title.Id)
            .Skip(skip)
            .Take(take)
            .Include(title => title.Copies)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
    }

    private MessagingExtensionAttachment Attachment(Title title)
    {
        var (about, standing) = share.Lines(title);
        return new MessagingExtensionAttachment
        {
            ContentType = AdaptiveCard.ContentType,
            Content = share.Card(title),
            Preview = new ThumbnailCard(title.TitleProper, about, standing).ToAttachment(),
        };
    }

    [LoggerMessage(LogLevel.Warning, "A search from the compose box was given up after {Seconds} s")]
    private partial void LogSlow(double seconds);
}
