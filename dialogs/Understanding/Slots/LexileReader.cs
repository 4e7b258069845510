using LibraryBot.Data.Catalog;

namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>Lexile measures: "Lexile 600-700", "under 500L", "entre 400 y 600 Lexile".</summary>
internal static class LexileReader
{
    /// <summary>The lowest measure there is, roughly: BR400L.</summary>
    public const int Lowest = -400;

    /// <summary>The highest, roughly.</summary>
    public const int Highest = 2000;


    public static Wish Read(Sentence sentence, Wish wish)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (Quantity.At(sentence, at) is { } quantity && (quantity.IsLexile || sentence.Length(quantity.Next, "lexile") > 0))
            {
                var end = quantity.Next + sentence.Length(quantity.Next, "lexile");
                sentence.Use(at, end - at);
                UseLabels(sentence);
                return wish with { Lexiles = RangeOf(quantity) };
            }

            if (sentence.Length(at, "lexile") is var label and > 0)
            {
                for (var start = at + label; start <= at + label + 2 && start < sentence.Count; start++)
                {
                    if (Quantity.At(sentence, start) is { } after)
                    {
                        sentence.Use(at, after.Next - at);
                        return wish with { Lexiles = RangeOf(after) };
                    }
                }

                sentence.Use(at, label);
            }
        }

        return wish;
    }

    private static void UseLabels(Sentence sentence)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            sentence.Use(at, sentence.Length(at, "lexile"));
        }
    }

    // A reader of 650L is at home from 100L below the measure to 50L above it, says the measure's maker (MetaMetrics).
    private static LexileRange RangeOf(Quantity quantity) => quantity.IsExact
        ? new LexileRange((int)quantity.Low! - 100, (int)quantity.High! + 50)
        : new LexileRange((int)(quantity.Low ?? Lowest), (int)(quantity.High ?? Highest));
}
