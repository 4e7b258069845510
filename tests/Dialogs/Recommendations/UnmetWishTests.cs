using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Recommendations;

/// <summary>What is noted of a wish the library cannot fulfil: the wish, and nobody.</summary>
public sealed class UnmetWishTests
{
    [Theory]
    [InlineData("asdfgh")]
    [InlineData("jajaja")]
    [InlineData("....k")]
    [InlineData("do you have sdfgsdfg")]
    [InlineData("books about maribel")]
    [InlineData("books about Maribel Quintero")]
    [InlineData("books about 555-123-4567")]
    [InlineData("a book about s482910")]
    [InlineData("books about maribel.q@school.example")]
    public async Task WhatIsNoWishIsNotNoted(string text) => Assert.Empty(await NotedAsync(text));

    [Theory]
    [InlineData("books about maribel and quantum chromodynamics", "quantum chromodynamics")]
    [InlineData("books about quantum chromodynamics for quintero", "quantum chromodynamics")]
    [InlineData("do you have The Phantom Tollbooth 5551234567", "The Phantom Tollbooth")]
    [InlineData("books about zygotes from 1914-1918", "zygotes 1914-1918")]
    [InlineData("books about hope zygotes", "zygotes")]
    [InlineData("books by Paulsen about zygotes", "Paulsen zygotes")]
    public async Task WhatIsLeftOfItIs(string text, string wanted) => Assert.Equal(wanted, Assert.Single(await NotedAsync(text)), ignoreCase: true);

    private static async Task<List<string>> NotedAsync(string text)
    {
        await using var talk = await Talk.WithAsync(Role.Student);
        await using (var library = talk.Library())
        {
            // A last name that is an author's on the shelf, and a first name that is a word too: who is called so goes before what it may mean.
            library.People.Add(new Person { Key = "m", DisplayName = "Maribel Quintero", Role = Role.Student });
            library.People.Add(new Person { Key = "h", DisplayName = "Hope Paulsen", Role = Role.Student });
            await library.SaveChangesAsync();
        }

        await talk.SayAsync(text);
        await using var after = talk.Library();
        return await after.UnmetWishes.Select(wish => wish.Wanted).ToListAsync();
    }
}
