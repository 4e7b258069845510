namespace LibraryBot.Dialogs.Understanding.Slots;

/// <summary>Lists a library keeps beside its subjects: "what's popular with 6th graders", "new arrivals", "new graphic novels".</summary>
internal static class ShelfReader
{
    public static Wish Read(Sentence sentence, Wish wish)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.Match(at, "shelf") is { Length: > 0 } phrase && !IsFolklore(sentence, at))
            {
                sentence.Use(at, phrase.Length);
                return wish with { Shelf = Enum.Parse<WishedShelf>(phrase.Value) };
            }

            if (sentence.IsFree(at) && sentence.Tokens[at].Key is "new" or "newest" or "latest" or "nuevo" or "nueva"
                && (sentence.Length(at + 1, "format") > 0 || sentence.Tokens[at].Key is "nuevo" or "nueva" && sentence.LengthBefore(at, "format") > 0))
            {
                sentence.Use(at, 1);
                return wish with { Shelf = WishedShelf.New };
            }
        }

        return AsksWhatIsRead(sentence) ? wish with { Shelf = WishedShelf.Popular } : wish;
    }

    // "What are 5th graders reading", "qué leen los de quinto": the words between say who.
    private static bool AsksWhatIsRead(Sentence sentence) =>
        sentence.Count is > 2 and < 10
        && (sentence.Tokens[0].Plain is "what" or "which" && sentence.Tokens[^1].Plain is "reading" or "borrowing"
            || sentence.Tokens[0].Plain is "que" && sentence.Tokens.Skip(1).Take(3).Any(token => token.Plain is "leen" or "leyendo"));

    // "Cuentos populares" are folk tales.
    private static bool IsFolklore(Sentence sentence, int at) => at > 0 && sentence.Tokens[at - 1].Key is "cuento" or "cancione" or "canciones" or "cancion" or "relato";
}
