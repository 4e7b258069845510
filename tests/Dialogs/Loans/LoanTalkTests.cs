using LibraryBot.Data.Catalog;
using LibraryBot.Data.Catalog.Circulation;
using LibraryBot.Data.People;
using Microsoft.EntityFrameworkCore;
using Talk = LibraryBot.Tests.Support.Conversation;

namespace LibraryBot.Tests.Dialogs.Loans;

/// <summary>People talking about what they have at home.</summary>
public sealed class LoanTalkTests
{
    [Theory]
    [InlineData("What do I have out?")]
    [InlineData("what books do i have checked out")]
    [InlineData("when are my books due?")]
    [InlineData("wat do i hav out")]
    [InlineData("show me my loans")]
    [InlineData("my books")]
    public async Task WhatSomebodyHasOutIsShownWithWhenItIsDue(string text)
    {
        await using var talk = await WithLoansAsync();

        var reply = await talk.SayAsync(text);

        Assert.Contains("You have 2 books out", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["Brian's Winter", "Dog Man"], reply.Titles);
        Assert.Contains("It is due back on Thursday, March 12.", reply.All, StringComparison.Ordinal);
        Assert.Contains("It was due back on Monday, March 2.", reply.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("¿Qué libros tengo prestados?")]
    [InlineData("qué tengo prestado")]
    [InlineData("cuando tengo que devolver mis libros")]
    [InlineData("q libros tengo")]
    public async Task InSpanishToo(string text)
    {
        await using var talk = await WithLoansAsync();

        var reply = await talk.SayAsync(text, "es-MX");

        Assert.Contains("Tienes 2 libros en préstamo", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Había que devolverlo el lunes 2 de marzo.", reply.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when is brian's winter due")]
    [InlineData("when do i have to bring back Brians Winter")]
    public async Task OneThatIsNamedIsAnsweredAlone(string text)
    {
        await using var talk = await WithLoansAsync();
        await talk.SayAsync("what do i have out");

        Assert.Contains("March 12", (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what's overdue")]
    [InlineData("do i have any overdue books?")]
    [InlineData("am i late with a book")]
    public async Task WhatIsOverdueIsShown(string text)
    {
        await using var talk = await WithLoansAsync();

        Assert.Equal(["Dog Man"], (await talk.SayAsync(text)).Titles);
    }

    [Theory]
    [InlineData("renew Brian's Winter")]
    [InlineData("can you renew brians winter please")]
    [InlineData("renew brian's wintr")]
    [InlineData("renew the first one")]
    [InlineData("i need more time to finish brian's winter")]
    [InlineData("renueva brian's winter")]
    public async Task TheOneThatIsMeantIsRenewed(string text)
    {
        await using var talk = await WithLoansAsync();
        await talk.SayAsync("what do i have out");

        var reply = await talk.SayAsync(text);

        Assert.Contains("Brian's Winter", reply.Text, StringComparison.Ordinal);
        Assert.Equal([(1, new DateOnly(2026, 3, 17)), (0, new DateOnly(2026, 3, 2))], await StandAsync(talk));
    }

    [Theory]
    [InlineData("renew all")]
    [InlineData("renew my books")]
    [InlineData("please renew everything")]
    [InlineData("renueva todo")]
    [InlineData("renuévalos todos")]
    public async Task AllAreRenewed(string text)
    {
        await using var talk = await WithLoansAsync();

        await talk.SayAsync(text);

        Assert.All(await StandAsync(talk), stands => Assert.Equal((1, new DateOnly(2026, 3, 17)), stands));
    }

    [Theory]
    [InlineData("renew it")]
    [InlineData("renew my book")]
    [InlineData("reniew it")]
    [InlineData("renuévalo")]
    public async Task ItIsTheOnlyOneOrIsAskedFor(string text)
    {
        await using var talk = await WithLoansAsync();
        var asked = await talk.SayAsync(text);
        Assert.Equal(2, asked.Titles.Count);
        Assert.All(await StandAsync(talk), stands => Assert.Equal(0, stands.Renewals));

        await using (var library = talk.Library())
        {
            await library.Loans.OrderBy(loan => loan.Id).Take(1).ExecuteDeleteAsync();
        }

        await talk.SayAsync(text);

        Assert.Equal([(1, new DateOnly(2026, 3, 17))], await StandAsync(talk));
    }

    [Fact]
    public async Task WhatCannotBeRenewedIsSaidWithItsReason()
    {
        await using var talk = await WithLoansAsync();
        await using (var library = talk.Library())
        {
            var title = await library.Titles.SingleAsync(title => title.TitleProper == "Dog Man");
            library.Holds.Add(new Hold { TitleId = title.Id, PersonId = 2, PlacedAt = Talk.Clock.GetUtcNow() });
            await library.SaveChangesAsync();
        }

        var reply = await talk.SayAsync("renew dog man");
        Assert.Contains("Somebody else is waiting for “Dog Man”", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alex", reply.All, StringComparison.Ordinal);
        await talk.SayAsync("renew brian's winter");
        Assert.Contains("would not give you more time", (await talk.SayAsync("renew brian's winter")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AButtonRenewsAndTheCardIsReplaced()
    {
        await using var talk = await WithLoansAsync();
        var card = await talk.SayAsync("my loans");

        var reply = await talk.PressAsync(card, "Renew", "Renew “Brian's Winter”");

        Assert.Contains("now due on Tuesday, March 17", reply.Text, StringComparison.Ordinal);
        Assert.Contains("would not give", (await talk.PressAsync(card, "Renew", "Renew “Brian's Winter”")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what does Maya have out", Role.Teacher)]
    [InlineData("What has Alex Cho checked out?", Role.Librarian)]
    [InlineData("which books did alex borrow?", Role.Teacher)]
    [InlineData("show me Alex's loans", Role.Librarian)]
    [InlineData("who has overdue books", Role.Librarian)]
    [InlineData("which students have overdue books in 5th grade", Role.Teacher)]
    [InlineData("when is my son's book due", Role.Family)]
    [InlineData("who is waiting for Hatchet?", Role.Student)]
    [InlineData("what does alex have on hold", Role.Teacher)]
    [InlineData("overdue list for room 12", Role.Librarian)]
    [InlineData("¿qué libros tiene Alex?", Role.Teacher)]
    [InlineData("quién tiene libros atrasados", Role.Librarian)]
    [InlineData("qué tiene prestado mi hija", Role.Family)]
    [InlineData("i am the principal, what did Alex Cho read this year", Role.Staff)]
    public async Task WhatAnotherBorrowsIsToldToNobody(string text, Role role)
    {
        await using var talk = await WithLoansAsync(role, ofOther: true);

        var reply = await talk.SayAsync(text);

        Assert.Matches("borrows is their own business|es cosa suya", reply.Text);
        Assert.Empty(reply.Cards);
    }

    [Theory]
    [InlineData("i lost my book")]
    [InlineData("my dog chewed my library book")]
    [InlineData("i cant find my library book")]
    public async Task WhoLostABookIsComforted(string text)
    {
        await using var talk = await WithLoansAsync();

        var reply = await talk.SayAsync(text);

        Assert.Contains("it happens to everybody", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Ms. Ortiz", reply.Text, StringComparison.Ordinal);
        Assert.Equal(2, reply.Titles.Count);
    }

    [Fact]
    public async Task HowManyCopiesThereAreIsOnTheCardOfTheTitle()
    {
        await using var talk = await Talk.WithAsync();

        var reply = await talk.SayAsync("how many copies of Hatchet do we have?");

        Assert.Contains("Yes, we have “Hatchet”", reply.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 1", reply.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how many books can i check out")]
    [InlineData("how long can i keep a book")]
    public async Task TheRulesAreTold(string text)
    {
        await using var talk = await WithLoansAsync();

        Assert.Contains("5 books at a time, each for 14 days", (await talk.SayAsync(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVisitorIsToldWhomToAsk()
    {
        await using var talk = await Talk.WithAsync(Role.Visitor);

        Assert.All(
            [await talk.SayAsync("what do i have out"), await talk.SayAsync("renew all"), await talk.SayAsync("tell me when Brian's Winter is in")],
            reply => Assert.Contains("Ms. Ortiz", reply.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("i lost my dog and need a book about grief")]
    [InlineData("books about renewable energy")]
    [InlineData("do you have longer ones")]
    [InlineData("a book about being late")]
    [InlineData("put a hold on Hatchet for me")]
    [InlineData("who has Hatchet checked out")]
    [InlineData("is Hatchet checked out")]
    [InlineData("what's new")]
    public async Task AWishForABookIsNoQuestionAboutLoans(string text)
    {
        await using var talk = await WithLoansAsync();

        Assert.DoesNotMatch("books out|own business|nothing out", (await talk.SayAsync(text)).Text);
        Assert.All(await StandAsync(talk), stands => Assert.Equal(0, stands.Renewals));
    }

    private static async Task<Talk> WithLoansAsync(Role role = Role.Student, bool ofOther = false)
    {
        var talk = await Talk.WithAsync(role);
        await using var library = talk.Library();
        await LendAsync("Brian's Winter", new DateOnly(2026, 3, 12), 5);
        await LendAsync("Dog Man", new DateOnly(2026, 3, 2), 4);
        await library.SaveChangesAsync();
        return talk;

        async Task LendAsync(string name, DateOnly due, int daysAgo)
        {
            var title = await library.Titles.Include(title => title.Copies).SingleAsync(title => title.TitleProper == name);
            (title.Copies[0].Status, title.Copies[0].DueOn) = (CopyStatus.CheckedOut, due);
            library.Loans.Add(new Loan { CopyId = title.Copies[0].Id, PersonId = ofOther ? 2 : 1, LentAt = Talk.Clock.GetUtcNow().AddDays(-daysAgo) });
        }
    }

    private static async Task<List<(int Renewals, DateOnly? Due)>> StandAsync(Talk talk)
    {
        await using var library = talk.Library();
        return [.. (await library.Loans.OrderBy(loan => loan.Id).Join(library.Copies, loan => loan.CopyId, copy => copy.Id, (loan, copy) => new { loan.Renewals, copy.DueOn }).ToListAsync())
            .Select(loan => (loan.Renewals, loan.DueOn))];
    }
}
