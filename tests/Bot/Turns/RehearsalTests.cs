using LibraryBot.Data;
using LibraryBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace LibraryBot.Tests.Bot.Turns;

public sealed class RehearsalTests
{
    [Fact]
    public async Task ItNeedsNoDatabaseSoThatItLeavesNothingAndWaitsForNothing()
    {
        // Whoever asks it for anything is thrown at.
        var database = new Mock<IDbContextFactory<LibraryContext>>(MockBehavior.Strict);
        await using var app = LibraryBotApp.Build(
            services => services.AddSingleton(database.Object), ["--environment=Development", "--ConnectionStrings:Library=Data Source=never.db", "--Logging:LogLevel:Default=None"]);

        await app.Services.GetRequiredService<Rehearsal>().RunAsync(default);

        database.VerifyNoOtherCalls();
        Assert.False(File.Exists("never.db"));
    }
}
