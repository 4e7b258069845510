using LibraryBot.Data.Catalog.Borrowing;

namespace LibraryBot.Tests.Data.Catalog.Borrowing;

public sealed class AffinitiesTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void WhatThreePeopleShareIsKeptAndWhatTwoShareIsNot()
    {
        var found = Of([1, 2, 3], [1, 2, 3], [1, 2]);

        Assert.Equal([(1, 2), (2, 1)], found.Select(pair => (pair.TitleId, pair.OtherTitleId)).Order());
    }

    [Fact]
    public void AReaderWhoBorrowsATitleAgainAndAgainIsOneReader()
    {
        var history = new BorrowingHistory();
        var reader = history.AddReader();
        for (var day = 0; day < 5; day++)
        {
            history.Add(reader, 1, Day.AddDays(day));
            history.Add(reader, 2, Day.AddDays(day));
        }

        Assert.Empty(Affinities.Of(history, new AffinityOptions(), null, default));
    }

    [Fact]
    public void WhatEverybodyBorrowsAnywayGoesLessWithATitleThanWhatItsReadersBorrow()
    {
        // Five readers of 1 borrow 2 as well, and all of them and twenty others borrow 9.
        var found = Of([.. Enumerable.Repeat<int[]>([1, 2, 9], 5), .. Enumerable.Repeat<int[]>([9, 8], 20)]);

        Assert.Equal([2, 9], found.Where(pair => pair.TitleId == 1).OrderByDescending(pair => pair.Strength).Select(pair => pair.OtherTitleId));
    }

    [Fact]
    public void APairOfManyIsBelievedMoreThanAPairOfFew()
    {
        var history = History([.. Enumerable.Repeat<int[]>([1, 2], 3), .. Enumerable.Repeat<int[]>([3, 4], 30)]);

        var believed = Affinities.Of(history, new AffinityOptions(), null, default);
        var counted = Affinities.Of(history, new AffinityOptions { Shrinkage = 0 }, null, default);

        Assert.True(Strength(believed, 3, 4) > Strength(believed, 1, 2));
        Assert.True(Strength(counted, 3, 4) < Strength(counted, 1, 2));
    }

    [Fact]
    public void AReaderOfEverythingSaysLessThanOneOfTwo()
    {
        int[] everything = [.. Enumerable.Range(1, 100)];
        var few = Of([.. Enumerable.Repeat<int[]>([1, 2], 3)]);
        var many = Of([everything, everything, everything]);

        Assert.True(Strength(many, 1, 2) < 0.5 * Strength(few, 1, 2));
    }

    [Fact]
    public void OfAClassAccountOnlyTheNewestLoansCount()
    {
        var history = new BorrowingHistory();
        for (var at = 0; at < 3; at++)
        {
            var reader = history.AddReader();
            history.Add(reader, 1, Day);
            history.Add(reader, 2, Day.AddDays(1));
            history.Add(reader, 3, Day.AddDays(2));
        }

        var found = Affinities.Of(history, new AffinityOptions { LongestHistory = 2 }, null, default);

        Assert.Equal([(2, 3), (3, 2)], found.Select(pair => (pair.TitleId, pair.OtherTitleId)).Order());
    }

    [Fact]
    public void OnlyTheStrongestAreKeptOfManyAndTheyComeFirst()
    {
        var found = Affinities.Of(
            History([.. Enumerable.Repeat<int[]>([1, 2, 3, 4], 4), .. Enumerable.Repeat<int[]>([1, 3], 4)]), new AffinityOptions { Neighbors = 2 }, null, default);

        var ofOne = found.Where(pair => pair.TitleId == 1).ToList();
        Assert.Equal(2, ofOne.Count);
        Assert.Equal(3, ofOne[0].OtherTitleId);
        Assert.True(ofOne[0].Strength >= ofOne[1].Strength);
    }

    [Fact]
    public void NothingComesOfNothing() => Assert.Empty(Of());

    private static IReadOnlyList<TitleAffinity> Of(params int[][] readers) => Affinities.Of(History(readers), new AffinityOptions(), null, default);

    private static BorrowingHistory History(int[][] readers)
    {
        var history = new BorrowingHistory();
        foreach (var titles in readers)
        {
            var reader = history.AddReader();
            foreach (var title in titles)
            {
                history.Add(reader, title, Day);
            }
        }

        return history;
    }

    private static double Strength(IReadOnlyList<TitleAffinity> found, int title, int other) =>
        found.Single(pair => pair.TitleId == title && pair.OtherTitleId == other).Strength;
}
