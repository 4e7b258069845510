using System.CommandLine;
using System.Globalization;
using LibraryBot.Data;
using LibraryBot.Data.Calendar;
using LibraryBot.Data.Catalog;
using LibraryBot.Data.Sample;
using LibraryBot.Dialogs.Conversation;
using LibraryBot.Dialogs.Recommendations;
using LibraryBot.Dialogs.Understanding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace LibraryBot.Bench.Quality;

/// <summary><c>quality</c>: how well judged queries of a school are answered from the sample library, beside plain full text search.</summary>
internal static class QualityBench
{
    public static Command Create()
    {
        var heldOut = new Option<bool>("--held-out") { Description = "Measures the half that nothing may be tuned on too; without it each query of the other half is shown." };
        var command = new Command("quality", "How well judged queries are answered, beside plain full text search.") { heldOut };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(heldOut), cancellationToken));
        return command;
    }

    private static async Task RunAsync(bool heldOut, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("librarybot-bench-");
        try
        {
            await MeasureAsync($"Data Source={Path.Combine(folder.FullName, "library.db")};Pooling=False", heldOut, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string connection, bool heldOut, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddUnderstanding().AddLibraryData(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:Library"] = connection, ["Database:Provider"] = "Sqlite" }).Build()).BuildServiceProvider();
        var factory = services.GetRequiredService<IDbContextFactory<LibraryContext>>();
        await factory.PrepareAsync(cancellationToken);
        await SampleLibrary.LoadAsync(factory, LibraryProfile.LoadSample(), TimeProvider.System, cancellationToken);
        await using var context = await factory.CreateDbContextAsync(cancellationToken);
        var titles = await context.Titles.AsNoTracking().ToListAsync(cancellationToken);
        using var plain = await PlainSearch.OfAsync(titles, cancellationToken);
        var reader = services.GetRequiredService<WishReader>();
        var detector = services.GetRequiredService<LanguageDetector>();
        var search = new WishSearch(services.GetRequiredService<ICatalogSearch>(), new OlderTitles(new RecommendationOptions()));

        var measured = new List<(JudgedQuery Query, string ReadAs, IReadOnlyList<string> Ours, IReadOnlyList<string> Plain)>();
        foreach (var query in (await JudgedQuery.ReadAsync(cancellationToken)).Where(query => heldOut || !query.IsHeldOut))
        {
            if (query.Grades.Keys.Except(titles.Select(title => title.Key)).FirstOrDefault() is { } unknown)
            {
                throw new InvalidDataException($"judged.tsv names {unknown}, which the sample library does not have.");
            }

            // As a turn does: in the language a sentence shows, else the one the person speaks.
            SpokenLanguage.Speak(detector.Detect(query.Text) ?? query.Language);
            var wish = reader.Read(query.Text, query.Language);
            measured.Add((query, RecommendationWords.Wish(wish), await FindAsync(search, wish, cancellationToken), await plain.FindAsync(query.Text, cancellationToken)));
        }

        SpokenLanguage.Speak("en");
        var table = new Table().AddColumns("queries", "count", "nDCG@10", "plain", "recall@10", "plain");
        if (!heldOut)
        {
            foreach (var each in measured)
            {
                Row($"{each.Query.Text}\n  ({Markup.Escape(each.ReadAs)})\n  {string.Join(' ', each.Ours.Select(key => $"{key}:{each.Query.Grades.GetValueOrDefault(key)}"))}", [each]);
            }
        }

        foreach (var half in measured.GroupBy(each => each.Query.IsHeldOut ? "held out" : "tuning"))
        {
            foreach (var language in half.GroupBy(each => each.Query.Language))
            {
                Row($"{half.Key}, {language.Key}", [.. language]);
            }

            Row(half.Key, [.. half]);
        }

        AnsiConsole.Write(table);

        void Row(string name, IReadOnlyList<(JudgedQuery Query, string ReadAs, IReadOnlyList<string> Ours, IReadOnlyList<string> Plain)> of) => table.AddRow(
            name,
            of.Count.ToString(CultureInfo.InvariantCulture),
            Figure(of.Average(each => each.Query.Gain(each.Ours))),
            Figure(of.Average(each => each.Query.Gain(each.Plain))),
            Figure(of.Average(each => each.Query.Recall(each.Ours))),
            Figure(of.Average(each => each.Query.Recall(each.Plain))));
    }

    /// <summary>The first ten that somebody sees who asks for more until there are ten.</summary>
    private static async Task<IReadOnlyList<string>> FindAsync(WishSearch search, Wish wish, CancellationToken cancellationToken)
    {
        var shown = new List<Title>();
        var hasMore = !wish.IsEmpty;
        while (hasMore && shown.Count < 10)
        {
            var found = await search.FindAsync(wish, [.. shown.Select(title => title.Id)], new Reader(null, null), cancellationToken);
            if (found.Titles.Count == 0)
            {
                // As WishAnswers does: what has some of the words, else what is of the kind.
                return shown.Count > 0 ? Keys(shown)
                    : found.Nearest.Count > 0 ? Keys(found.Nearest.Select(title => title.Title))
                    : wish.Topics.Count > 0 || wish.Author is not null ? await FindAsync(search, wish with { Topics = [], Author = null }, cancellationToken)
                    : [];
            }

            shown.AddRange(found.Titles.Select(title => title.Title));
            hasMore = found.HasMore;
        }

        return Keys(shown);
    }

    private static string[] Keys(IEnumerable<Title> titles) => [.. titles.Take(10).Select(title => title.Key)];

    private static string Figure(double figure) => figure.ToString("N3", CultureInfo.InvariantCulture);
}
