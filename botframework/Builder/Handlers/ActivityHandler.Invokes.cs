using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <content>Invokes: calls that want an answer at once.</content>
public partial class ActivityHandler
{
    protected static InvokeResponse CreateInvokeResponse(object? body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    /// <summary>Answers an invoke by its name; 501 for those nobody here understands.</summary>
    /// <returns>The answer, or null when it was sent already.</returns>
    protected virtual async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "adaptiveCard/action":
                    var action = ReadCardAction(turnContext.Activity);
                    return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, action, cancellationToken).ConfigureAwait(false));
                case "application/search":
                    var search = ReadSearch(turnContext.Activity);
                    return CreateInvokeResponse(await OnSearchInvokeAsync(turnContext, search, cancellationToken).ConfigureAwait(false));
                case SignInConstants.VerifyStateOperationName:
                case SignInConstants.TokenExchangeOperationName:
                    await OnSignInInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false);
                    return CreateInvokeResponse();
                case "healthCheck":
                    return CreateInvokeResponse(await OnHealthCheckAsync(turnContext, cancellationToken).ConfigureAwait(false));
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    /// <summary>A person used an action of an Adaptive Card.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        => throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A person types into a list of choices that is searched by the bot.</summary>
    protected virtual Task<SearchInvokeResponse> OnSearchInvokeAsync(ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken)
        => throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        => throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A channel asks how the bot is.</summary>
    protected virtual Task<HealthCheckResponse> OnHealthCheckAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return Task.FromResult(HealthCheck.CreateHealthCheckResponse(turnContext.TurnState.Get<IConnectorClient>()));
    }

    private static AdaptiveCardInvokeValue ReadCardAction(IInvokeActivity activity)
    {
        var value = Read<AdaptiveCardInvokeValue>(activity, string.Empty);
        return value.Action switch
        {
            null => throw BadValue("BadRequest", "Missing action property"),
            { Type: not "Action.Execute" } action => throw BadValue("NotSupported", $"The action '{action.Type}' is not supported."),
            _ => value,
        };
    }

    /// <summary>Teams leaves out the kind when it is a search.</summary>
    private static SearchInvokeValue ReadSearch(IInvokeActivity activity)
    {
        var value = Read<SearchInvokeValue>(activity, " for search");
        if (string.IsNullOrEmpty(value.Kind))
        {
            value.Kind = activity.ChannelId == Channels.Msteams ? SearchInvokeTypes.Search : throw BadValue("BadRequest", "Missing kind property for search");
        }

        return string.IsNullOrEmpty(value.QueryText)
            ? throw BadValue("BadRequest", "Missing queryText property for search")
            : value;
    }

    private static T Read<T>(IInvokeActivity activity, string purpose)
        where T : class
    {
        switch (activity.Value)
        {
            case null:
                throw BadValue("BadRequest", $"Missing value property{purpose}");
            case T value:
                return value;
            case JObject value:
                try
                {
                    return SchemaJson.Convert<T>(value)!;
                }
                catch (Exception e) when (e is JsonException or InvalidCastException or ArgumentException or FormatException)
                {
                    throw BadValue("BadRequest", $"Value property is not properly formed{purpose}");
                }

            default:
                throw BadValue("BadRequest", $"Value property is not properly formed{purpose}");
        }
    }

    private static InvokeResponseException BadValue(string code, string message) => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error { Code = code, Message = message },
        });

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(new DelegatingTurnContext<IInvokeActivity>(turnContext), cancellationToken).ConfigureAwait(false);
        if (response is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
        {
            await turnContext.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = response }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends an invoke with a status, from anywhere below <see cref="OnInvokeActivityAsync"/>.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode _statusCode = HttpStatusCode.InternalServerError;
        private readonly object? _body;

        public InvokeResponseException()
        {
        }

        public InvokeResponseException(string message)
            : base(message)
        {
        }

        public InvokeResponseException(string message, Exception innerException)
            : base(message, innerException)
        {
        }

        public InvokeResponseException(HttpStatusCode statusCode, object? body = null)
        {
            _statusCode = statusCode;
            _body = body;
        }

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)_statusCode, Body = _body };
    }
}
