using System.Globalization;

namespace LibraryBot.Dialogs.Understanding;

/// <summary>
/// Replies that point at what was shown: "the second one", "#3", "hold it", "more like the first", a title, "what else". Nothing but
/// pointing may be in them; whatever says more is not one.
/// </summary>
internal static class ChoiceReader
{
    private const int LongestReply = 20;
    private const int LongestTitleWord = 4;

    /// <summary>The reply, or null where it is none.</summary>
    public static Refinement? Read(string text, string language, IReadOnlyList<string> shown)
    {
        var sentence = Sentence.Of(text, language);
        if (sentence.Count is 0 or > LongestReply)
        {
            return null;
        }

        var index = UseTitle(sentence, shown);
        if (index is null && IsOnly(Sentence.Of(text, language), "more", "more-filler"))
        {
            return new Refinement.MoreResults();
        }

        var isMoreLike = UseFirst(sentence, "more-like", "choose");
        var isHold = !isMoreLike && UseFirst(sentence, "hold", "choose");
        index ??= UseNumber(sentence, shown.Count);
        var isThis = UseFirst(sentence, "this");
        if (!IsOnly(sentence, "choose", "this", "title-in"))
        {
            return null;
        }

        return (isMoreLike, isHold, index, isThis) switch
        {
            (true, _, null, false) => null,
            // "What's on hold for me" asks what is, and wants nothing held.
            (_, true, null, false) when Sentence.Of(text, language).Length(0, "asks") > 0 => null,
            (true, _, _, _) => new Refinement.MoreLike(index),
            (_, true, _, _) => new Refinement.Hold(index ?? (shown.Count == 1 ? 0 : null)),
            (_, _, { } chosen, _) => new Refinement.Chosen(chosen),
            (_, _, null, true) when shown.Count == 1 => new Refinement.Chosen(0),
            _ => null,
        };
    }

    /// <summary>Which of several things a sentence names or points at by its number, whatever else it says; null where it is none, or more than one could be meant.</summary>
    public static int? Which(string text, string language, IReadOnlyList<string> names)
    {
        var sentence = Sentence.Of(text, language);
        return sentence.Count is 0 or > LongestReply ? null : UseTitle(sentence, names) ?? UseNumber(sentence, names.Count);
    }

    // Whether the sentence is made of some kinds of phrases only, at least one of them of the first kind where it is "more".
    private static bool IsOnly(Sentence sentence, params ReadOnlySpan<string> kinds)
    {
        var hasFirst = false;
        for (var at = 0; at < sentence.Count;)
        {
            if (!sentence.IsFree(at))
            {
                at++;
                continue;
            }

            var (_, length, kind) = sentence.Match(at, kinds);
            if (length == 0)
            {
                return false;
            }

            hasFirst |= kind == "more";
            at += length;
        }

        return hasFirst || kinds[0] != "more";
    }

    // Uses the first phrase of a kind, unless a longer one of another kind stands there: "i like" is no "like".
    private static bool UseFirst(Sentence sentence, string kind, string? unless = null)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var other = unless is null ? 0 : sentence.Length(at, unless);
            var length = sentence.Length(at, kind);
            if (other > Math.Max(length, 1))
            {
                at += other - 1;
            }
            else if (length > 0)
            {
                sentence.Use(at, length);
                return true;
            }
        }

        return false;
    }

    private static int? UseNumber(Sentence sentence, int shown)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            var (value, length, _) = sentence.Match(at, "ordinal");
            if (length == 0 && sentence.IsFree(at) && sentence.Tokens[at].IsNumber)
            {
                (value, length) = (sentence.Tokens[at].Plain, 1);
            }
            else if (length == 0 && (sentence.LengthBefore(at, "volume") > 0 || at + 1 == sentence.Count && sentence.Tokens[at].Plain != "one"))
            {
                (value, length, _) = sentence.Match(at, "number");
            }

            if (length == 1 && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && (number == -1 || number >= 1) && number <= shown && shown > 0)
            {
                sentence.Use(at - sentence.LengthBefore(at, "volume"), length + sentence.LengthBefore(at, "volume"));
                return number == -1 ? shown - 1 : number - 1;
            }
        }

        return null;
    }

    // The title shown that the reply names, or enough of it to know which.
    private static int? UseTitle(Sentence sentence, IReadOnlyList<string> shown)
    {
        var best = (Index: -1, Start: 0, Length: 0, IsAmbiguous: false);
        for (var index = 0; index < shown.Count; index++)
        {
            var title = Tokenizer.Tokenize(shown[index]);
            var (start, length) = LongestRun(sentence, title);
            if (length == 0 || !IsTelling(sentence, title, start, length))
            {
                continue;
            }

            if (length > best.Length)
            {
                best = (index, start, length, false);
            }
            else if (length == best.Length)
            {
                // "Dog Man" is that title before it is part of "Dog Man Unleashed".
                var isWhole = title.Count == length;
                var wasWhole = Tokenizer.Tokenize(shown[best.Index]).Count == best.Length;
                best = isWhole && !wasWhole ? (index, start, length, false) : best with { IsAmbiguous = isWhole == wasWhole };
            }
        }

        if (best.Length == 0 || best.IsAmbiguous)
        {
            return null;
        }

        sentence.Use(best.Start, best.Length);
        return best.Index;
    }

    private static (int Start, int Length) LongestRun(Sentence sentence, List<Token> title)
    {
        var best = (Start: 0, Length: 0);
        for (var at = 0; at < sentence.Count; at++)
        {
            for (var word = 0; word < title.Count; word++)
            {
                var length = 0;
                while (at + length < sentence.Count && word + length < title.Count && IsSame(sentence.Tokens[at + length].Plain, title[word + length].Plain))
                {
                    length++;
                }

                best = length > best.Length ? (at, length) : best;
            }
        }

        return best;
    }

    private static bool IsTelling(Sentence sentence, List<Token> title, int start, int length) =>
        length == title.Count
        || Enumerable.Range(start, length).Any(at => sentence.Tokens[at].Plain.Length > LongestTitleWord
            && sentence.Length(at, "choose", "hold", "more", "more-like", "filler", "book", "ordinal", "number", "flavor", "format", "change", "ones", "instead", "language") == 0);

    private static bool IsSame(string said, string shown) =>
        said == shown || said.Length > LongestTitleWord && shown.Length > LongestTitleWord && Spelling.Distance(said, shown) <= 1;
}
