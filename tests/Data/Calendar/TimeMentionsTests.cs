using System.Globalization;
using System.Text.Json;
using LibraryBot.Data.Calendar;
using LibraryBot.Tests.Support;
using Xunit.Abstractions;

namespace LibraryBot.Tests.Data.Calendar;

/// <summary>How many of the shared date phrases are understood: the span overlaps and the values are those expected, the past or the future one.</summary>
public sealed class TimeMentionsTests(ITestOutputHelper output)
{
    [SkippableFact]
    [Trait("Needs", "SharedData")]
    public void TheSharedPhrasesAreUnderstoodAsOftenAsTheyWere()
    {
        var scores = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(SharedData.File("dates/english-datetime-third.jsonl")))
        {
            using var phrase = JsonDocument.Parse(line);
            var reference = phrase.RootElement.GetProperty("referenceDateTime").GetString();
            var now = reference is null ? new DateTime(2020, 1, 1) : DateTime.Parse(reference, CultureInfo.InvariantCulture);
            var mentions = TimeMentions.Read(phrase.RootElement.GetProperty("input").GetString()!, now, "en");
            var expected = phrase.RootElement.GetProperty("expected").EnumerateArray().ToList();
            if (expected.Count == 0)
            {
                Count("none", mentions.Count == 0);
            }

            foreach (var each in expected)
            {
                var type = each.GetProperty("type").GetString()!.Split('.')[1];
                Count(type, mentions.Any(mention => Overlaps(mention, each) && each.GetProperty("values").EnumerateArray().Any(value => Fits(mention, type, value))));
            }
        }

        foreach (var (type, score) in scores)
        {
            output.WriteLine($"{type}: {score.Right} of {score.All}");
        }

        var sum = scores.Values.Sum(score => score.Right);
        output.WriteLine($"together: {sum} of {scores.Values.Sum(score => score.All)}");
        Assert.True(sum >= 275, $"Only {sum} are right; 275 were.");
        Assert.Equal(scores["none"].All, scores["none"].Right);

        void Count(string type, bool right)
        {
            var score = scores.GetValueOrDefault(type);
            scores[type] = (score.Right + (right ? 1 : 0), score.All + 1);
        }
    }

    private static bool Overlaps(TimeMention mention, JsonElement expected) =>
        mention.Span.Start <= expected.GetProperty("end").GetInt32() && mention.Span.Start + mention.Span.Length > expected.GetProperty("start").GetInt32();

    private static bool Fits(TimeMention mention, string type, JsonElement expected)
    {
        var value = Text(expected, "value");
        return type switch
        {
            "set" => mention.Kind == MentionKind.Repetition,
            _ when value == "not resolved" => mention.Kind == MentionKind.Impossible,
            "duration" => mention.Duration is { } length && length.TotalSeconds == double.Parse(value!, CultureInfo.InvariantCulture),
            "time" => mention.Kind == MentionKind.Time && Same(value, mention.From, timeOnly: true),
            "date" => mention.Kind == MentionKind.Date && Same(value, mention.From, timeOnly: false),
            "datetime" => mention.Kind == MentionKind.Moment && Same(value, mention.From, timeOnly: false),
            "daterange" or "datetimerange" or "timerange" =>
                mention.Kind == (type == "daterange" ? MentionKind.Dates : type == "timerange" ? MentionKind.Times : MentionKind.Moments)
                && Same(Text(expected, "start"), mention.From, type == "timerange") && Same(Text(expected, "end"), mention.To, type == "timerange"),
            _ => false,
        };
    }

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var text) ? text.GetString() : null;

    // The night's end is written 23:59:59 there, and midnight here.
    private static bool Same(string? wanted, DateTime? got, bool timeOnly) => wanted is null || got is not { } at
        ? wanted is null && got is null
        : timeOnly
            ? Math.Abs((at.TimeOfDay - TimeSpan.Parse(wanted, CultureInfo.InvariantCulture)).TotalSeconds) is 0 or 1 or 86399
            : Math.Abs((at - DateTime.Parse(wanted, CultureInfo.InvariantCulture)).TotalSeconds) <= 1;
}
