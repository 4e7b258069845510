using LibraryBot.Data.People;
using LibraryBot.Dialogs.Conversation.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace LibraryBot.Dialogs.Equipment.Desk;

/// <summary>Adds the capability.</summary>
internal static class DeskRegistration
{
    /// <summary>The librarian's side of equipment: pull list, approve, hand out, take back, close, use.</summary>
    public static IServiceCollection AddEquipmentDesk(this IServiceCollection services)
    {
        services.AddSingleton<DeskReader>();
        services.AddSingleton<DeskWords>();
        services.AddSingleton<DeskScans>();
        services.AddSingleton<DeskWeek>();
        services.AddSingleton<DeskAnswers>();
        services.AddSingleton<DeskTaps>();
        services.AddOutboxMessage<ApprovedMessage>();
        services.AddOutboxMessage<DeclinedMessage>();
        services.AddOutboxMessage<ClosedMessage>();
        return services.AddCapability(new Capability(DeskDialog.Name, typeof(DeskDialog)) { MayInterrupt = true, Roles = [Role.Librarian] });
    }
}
