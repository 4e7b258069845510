using Microsoft.EntityFrameworkCore;

namespace LibraryBot.Data.Catalog.Borrowing;

/// <summary>Finds a title of the collection by whatever key a library system exports: its record's key, an ISBN, or the barcode of a copy.</summary>
internal sealed class TitleKeys
{
    private readonly Dictionary<string, int> _byKey;
    private readonly Dictionary<string, int> _byIsbn;
    private readonly Dictionary<string, int> _byBarcode;

    private TitleKeys(Dictionary<string, int> byKey, Dictionary<string, int> byIsbn, Dictionary<string, int> byBarcode) =>
        (_byKey, _byIsbn, _byBarcode) = (byKey, byIsbn, byBarcode);

    /// <summary>Reads them all.</summary>
    public static async Task<TitleKeys> ReadAsync(LibraryContext context, CancellationToken cancellationToken)
    {
        var titles = context.Titles.Where(title => title.WithdrawnAt == null);
        var byKey = await titles.Select(title => new { title.Key, title.Id }).ToDictionaryAsync(title => title.Key, title => title.Id, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        var byIsbn = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var isbn in titles.SelectMany(title => title.Isbns).OrderBy(isbn => isbn.TitleId).AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            byIsbn.TryAdd(isbn.Isbn, isbn.TitleId);
        }

        var byBarcode = await titles.SelectMany(title => title.Copies).Select(copy => new { copy.Barcode, copy.TitleId })
            .ToDictionaryAsync(copy => copy.Barcode, copy => copy.TitleId, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
        return new TitleKeys(byKey, byIsbn, byBarcode);
    }

    /// <summary>The title's number, or null where the library has no such title.</summary>
    public int? Find(string key) =>
        _byKey.TryGetValue(key, out var id) || _byBarcode.TryGetValue(key, out id) || (Isbn.Parse(key) is { } isbn && _byIsbn.TryGetValue(isbn, out id)) ? id : null;
}
