using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using LibraryBot.Health;
using OpenAI;
using OpenAI.Chat;

namespace LibraryBot.Settings;

/// <summary>Adds the official client of the language model, where there is one.</summary>
internal static class LanguageModelRegistration
{
    private const long LongestAnswer = 256 * 1024;

    /// <summary>Adds the settings, what the dialogs need of them, and the client.</summary>
    public static void AddLanguageModel(this IServiceCollection services, LanguageModelSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.ToOptions());
        services.AddSingleton<LanguageModelHealth>();
        if (settings.Provider != LanguageModelProvider.None)
        {
            services.AddSingleton(_ => Client(settings));
        }
    }

    private static ChatClient Client(LanguageModelSettings settings)
    {
        // It is asked once: a reader waits no second time, and the breaker is to see every failure.
        if (settings.Provider == LanguageModelProvider.OpenAI)
        {
            var options = With(new OpenAIClientOptions { Endpoint = settings.Endpoint }, settings);
            return new OpenAIClient(new ApiKeyCredential(settings.ApiKey!), options).GetChatClient(settings.Deployment);
        }

        var azure = With(new AzureOpenAIClientOptions(), settings);
        return (string.IsNullOrWhiteSpace(settings.ApiKey)
            ? new AzureOpenAIClient(settings.Endpoint, new DefaultAzureCredential(), azure)
            : new AzureOpenAIClient(settings.Endpoint, new ApiKeyCredential(settings.ApiKey), azure)).GetChatClient(settings.Deployment);
    }

    private static T With<T>(T options, LanguageModelSettings settings)
        where T : ClientPipelineOptions
    {
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = settings.AnswerWithin;
        var http = new SocketsHttpHandler
        {
            // A redirect would carry the request, and Azure's key in its header, to somebody nobody named.
            AllowAutoRedirect = false,
            // Which turn it belongs to is nobody's business out there.
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        options.Transport = new HttpClientPipelineTransport(new HttpClient(new BoundedAnswers(http))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        });
        return options;
    }

    /// <summary>Reads no more than a sensible answer into memory.</summary>
    private sealed class BoundedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }
}
