using System.Net;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <content>Invokes of Teams. Each answers 501 until it is overridden.</content>
public partial class TeamsActivityHandler
{
    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            var invoke = turnContext.Activity;
            switch (invoke.Name)
            {
                case null when invoke.ChannelId == "msteams":
                    return await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false);
                case "fileConsent/invoke":
                    return await OnTeamsFileConsentAsync(turnContext, Read<FileConsentCardResponse>(invoke), cancellationToken).ConfigureAwait(false);
                case "actionableMessage/executeAction":
                    await OnTeamsO365ConnectorCardActionAsync(turnContext, Read<O365ConnectorCardActionQuery>(invoke), cancellationToken).ConfigureAwait(false);
                    return CreateInvokeResponse();
                case "composeExtension/queryLink":
                    return CreateInvokeResponse(await OnTeamsAppBasedLinkQueryAsync(turnContext, Read<AppBasedLinkQuery>(invoke), cancellationToken).ConfigureAwait(false));
                case "composeExtension/anonymousQueryLink":
                    return CreateInvokeResponse(await OnTeamsAnonymousAppBasedLinkQueryAsync(turnContext, Read<AppBasedLinkQuery>(invoke), cancellationToken).ConfigureAwait(false));
                case "composeExtension/query":
                    return CreateInvokeResponse(await OnTeamsMessagingExtensionQueryAsync(turnContext, Read<MessagingExtensionQuery>(invoke), cancellationToken).ConfigureAwait(false));
                case "composeExtension/selectItem":
                    return CreateInvokeResponse(await OnTeamsMessagingExtensionSelectItemAsync(turnContext, Read<JObject>(invoke), cancellationToken).ConfigureAwait(false));
                case "composeExtension/submitAction":
                    return CreateInvokeResponse(await OnTeamsMessagingExtensionSubmitActionDispatchAsync(turnContext, Read<MessagingExtensionAction>(invoke), cancellationToken).ConfigureAwait(false));
                case "composeExtension/fetchTask":
                    return CreateInvokeResponse(await OnTeamsMessagingExtensionFetchTaskAsync(turnContext, Read<MessagingExtensionAction>(invoke), cancellationToken).ConfigureAwait(false));
                case "composeExtension/querySettingUrl":
                    return CreateInvokeResponse(await OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(turnContext, Read<MessagingExtensionQuery>(invoke), cancellationToken).ConfigureAwait(false));
                case "composeExtension/setting":
                    await OnTeamsMessagingExtensionConfigurationSettingAsync(turnContext, Read<JObject>(invoke), cancellationToken).ConfigureAwait(false);
                    return CreateInvokeResponse();
                case "composeExtension/onCardButtonClicked":
                    await OnTeamsMessagingExtensionCardButtonClickedAsync(turnContext, Read<JObject>(invoke), cancellationToken).ConfigureAwait(false);
                    return CreateInvokeResponse();
                case "task/fetch":
                    return CreateInvokeResponse(await OnTeamsTaskModuleFetchAsync(turnContext, Read<TaskModuleRequest>(invoke), cancellationToken).ConfigureAwait(false));
                case "task/submit":
                    return CreateInvokeResponse(await OnTeamsTaskModuleSubmitAsync(turnContext, Read<TaskModuleRequest>(invoke), cancellationToken).ConfigureAwait(false));
                case "tab/fetch":
                    return CreateInvokeResponse(await OnTeamsTabFetchAsync(turnContext, Read<TabRequest>(invoke), cancellationToken).ConfigureAwait(false));
                case "tab/submit":
                    return CreateInvokeResponse(await OnTeamsTabSubmitAsync(turnContext, Read<TabSubmit>(invoke), cancellationToken).ConfigureAwait(false));
                case "config/fetch":
                    return CreateInvokeResponse(await OnTeamsConfigFetchAsync(turnContext, Read<JObject>(invoke), cancellationToken).ConfigureAwait(false));
                case "config/submit":
                    return CreateInvokeResponse(await OnTeamsConfigSubmitAsync(turnContext, Read<JObject>(invoke), cancellationToken).ConfigureAwait(false));
                default:
                    return await base.OnInvokeActivityAsync(turnContext, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    /// <summary>A card action that has no name.</summary>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        => throw NotImplemented();

    protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name == SignInConstants.TokenExchangeOperationName
            ? OnTeamsSigninTokenExchangeAsync(turnContext, cancellationToken)
            : OnTeamsSigninVerifyStateAsync(turnContext, cancellationToken);

    protected virtual Task OnTeamsSigninVerifyStateAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        => throw NotImplemented();

    protected virtual Task OnTeamsSigninTokenExchangeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>A link was pasted that the app can unfold.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>A link was pasted where the app is not installed.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsAnonymousAppBasedLinkQueryAsync(ITurnContext<IInvokeActivity> turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>Something is searched for in the message extension.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>One of the results was chosen.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionSelectItemAsync(ITurnContext<IInvokeActivity> turnContext, JObject query, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>An action was submitted: by itself, or after its message was previewed.</summary>
    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionDispatchAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        action.BotMessagePreviewAction switch
        {
            null or "" => OnTeamsMessagingExtensionSubmitActionAsync(turnContext, action, cancellationToken),
            "edit" => OnTeamsMessagingExtensionBotMessagePreviewEditAsync(turnContext, action, cancellationToken),
            "send" => OnTeamsMessagingExtensionBotMessagePreviewSendAsync(turnContext, action, cancellationToken),
            var other => throw new InvokeResponseException(HttpStatusCode.BadRequest, $"{other} is not a supported BotMessagePreviewAction."),
        };

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        => throw NotImplemented();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        => throw NotImplemented();

    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>An action opens its window.</summary>
    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionFetchTaskAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>The settings of the message extension are asked for.</summary>
    protected virtual Task<MessagingExtensionResponse> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>The settings of the message extension were changed.</summary>
    protected virtual Task OnTeamsMessagingExtensionConfigurationSettingAsync(ITurnContext<IInvokeActivity> turnContext, JObject settings, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>A button of a result was pressed.</summary>
    protected virtual Task OnTeamsMessagingExtensionCardButtonClickedAsync(ITurnContext<IInvokeActivity> turnContext, JObject cardData, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>A task module is opened.</summary>
    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
        => throw NotImplemented();

    /// <summary>A task module was submitted.</summary>
    protected virtual Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
        => throw NotImplemented();

    private static InvokeResponseException NotImplemented() => new(HttpStatusCode.NotImplemented);

    private static T Read<T>(IInvokeActivity invoke)
    {
        try
        {
            if (invoke.Value is not null && SchemaJson.Convert<T>(invoke.Value) is { } value)
            {
                return value;
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidCastException or FormatException)
        {
            // Answered below, like a value that is missing.
        }

        throw new InvokeResponseException(HttpStatusCode.BadRequest, $"expected type '{typeof(T).Name}'");
    }
}
