using LibraryBot.Data.Calendar.Said;

namespace LibraryBot.Data.Calendar;

/// <summary>
/// Finds out when somebody means: "15 chromebooks tomorrow 3rd period", "cada lunes a la segunda hora hasta el 5 de mayo". English and
/// Spanish, also mixed. It never throws, whatever the text. The rules of what is unclear by itself ("next Friday", "at 2", 3/4) are in
/// <c>docs/decisions/0101</c>.
/// </summary>
/// <param name="school">Whose periods, holidays and terms are meant.</param>
public sealed class SchoolTimeParser(SchoolCalendar school)
{
    /// <summary>What is longer is no message of a person; only its beginning is read.</summary>
    private const int LongestText = 2_000;

    private readonly SchoolNames names = new(school);

    /// <summary>When a sentence means.</summary>
    /// <param name="text">The whole sentence, any text.</param>
    /// <param name="now">This instant.</param>
    /// <param name="language">"en" or "es", as far as known: it decides words that are one in both languages, and whether 3/4 is in March.</param>
    public SchoolTimeReading Read(string text, DateTimeOffset now, string language)
    {
        var said = new SaidText(text.Length > LongestText ? text[..LongestText] : text, language == "es");
        var moment = new SaidMoment(school.Zone.WallTime(now), school, said.Spanish) { Names = names };
        var phrases = SentenceOfPhrases.Joined(new PhraseReader(said, moment).Read(), said);
        if (phrases.Count == 0)
        {
            return new SchoolTimeReading(new SchoolTime.None(), []);
        }

        var resolver = new PhraseResolver(school, now);
        var times = phrases.ConvertAll(phrase => resolver.Resolve(phrase, said));
        var spans = phrases.SelectMany(phrase => phrase.Pieces).Distinct().OrderBy(piece => piece.First)
            .Select(piece => new TextSpan(said.Tokens[piece.First].Start, said.Tokens[piece.Next - 1].End - said.Tokens[piece.First].Start)).ToList();
        var duration = phrases.Select(phrase => phrase.Said.Duration).FirstOrDefault(length => length is not null);
        return new SchoolTimeReading(Together(times, phrases), spans, duration is { Periods: 0 } length ? length.Length : null);
    }

    // What hinders goes before what is clear: a person is told before anything is booked.
    private static SchoolTime Together(List<SchoolTime> times, List<JoinedPhrase> phrases)
    {
        if (times.Count == 1)
        {
            return times[0];
        }

        if (times.FirstOrDefault(time => time is not SchoolTime.Found) is { } hindrance)
        {
            return hindrance;
        }

        var found = times.Cast<SchoolTime.Found>().ToList();
        return phrases.Any(phrase => phrase.OrElse)
            ? new SchoolTime.Ambiguous(found)
            : new SchoolTime.Found(
                [.. found.SelectMany(each => each.Intervals).Distinct().OrderBy(interval => interval.Start)],
                [.. found.SelectMany(each => each.LeftOut).Distinct()],
                found.Exists(each => each.TimeSaid))
            { OpenEnded = found.Exists(each => each.OpenEnded) };
    }
}
