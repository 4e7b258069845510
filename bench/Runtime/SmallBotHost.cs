using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LibraryBot.Bench.Runtime;

/// <summary><c>small-bot</c>: the process that <c>runtime</c> measures. Says its address, and ends with its input.</summary>
internal static class SmallBotHost
{
    public static Command Create()
    {
        var bot = new Option<string>("--bot") { Required = true };
        var answer = new Option<FileInfo?>("--answer");
        var command = new Command("small-bot", "The process that runtime measures.") { bot, answer };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => RunAsync(SmallBots.Create(parsed.GetValue(bot)!, parsed.GetValue(answer)), cancellationToken));
        return command;
    }

    private static async Task RunAsync(IBot bot, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpClient();
        await using var app = builder.Build();
        var adapter = new CloudAdapter(app.Configuration, app.Services.GetRequiredService<IHttpClientFactory>());
        app.MapPost("/api/messages", context => adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));
        app.MapGet("/usage", (HttpContext context) => context.Response.WriteAsJsonAsync(Usage.OfThisProcess(), context.RequestAborted));
        await app.StartAsync(cancellationToken);
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync(cancellationToken);
    }
}
