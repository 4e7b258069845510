using LibraryBot.Data.Catalog.Borrowing;

namespace LibraryBot.Tests.Data.Catalog.Borrowing;

public sealed class PopularitiesTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void AGradeIsCountedFromTenReadersOn(int readers, bool isCounted)
    {
        var history = new BorrowingHistory();
        Add(history, readers, grade: 6, title: 1);
        Add(history, 20, grade: null, title: 1);

        var counts = Popularities.Of(history);

        Assert.Equal(isCounted ? [(6, readers)] : [], counts.Where(count => count.Grade == 6).Select(count => (count.Grade, count.Readers)));
        Assert.Equal(20 + readers, counts.Single(count => count.Grade == TitlePopularity.Everybody).Readers);
    }

    [Fact]
    public void ATitleThatTwoBorrowedIsNotCounted()
    {
        var history = new BorrowingHistory();
        Add(history, 10, grade: 6, title: 1);
        Add(history, 2, grade: 6, title: 2);

        Assert.DoesNotContain(Popularities.Of(history), count => count.TitleId == 2);
    }

    [Fact]
    public void OnlyTheLastYearCounts()
    {
        var history = new BorrowingHistory();
        Add(history, 10, grade: 6, title: 1, Day.AddDays(-366));
        Add(history, 10, grade: 6, title: 2, Day);

        Assert.All(Popularities.Of(history), count => Assert.Equal(2, count.TitleId));
    }

    private static void Add(BorrowingHistory history, int readers, int? grade, int title, DateOnly? on = null)
    {
        for (var at = 0; at < readers; at++)
        {
            history.Add(history.AddReader(grade), title, on ?? Day);
        }
    }
}
