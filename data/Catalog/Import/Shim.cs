namespace LibraryBot.Data.Catalog;
internal static class CatalogIndex {
 public static Task AddAsync(LibraryContext c, IReadOnlyCollection<Title> t, CancellationToken x) => Task.CompletedTask;
 public static Task RefreshAsync(LibraryContext c, IReadOnlyCollection<int> t, CancellationToken x) => Task.CompletedTask;
}
