"""What callers say, to be put together: signs, emergencies, answers, questions, and carriers.

Nothing here was taken from the tables of hearing. What a sentence means follows from its making.
"""

# --- signs, as one would name them -------------------------------------------------------------

SIGNS = {
    "gate_fever": "a fever|chills|a temperature",
    "dark_urine": "dark pee|cola colored pee",
    "gate_injury": "a fall|an accident|a car crash",
    "autonomic_with_pain": "cold sweats",
    "new_headache": "a headache|headaches",
    "sight_change": "double vision|blurry vision",
    "swallow_trouble": "trouble swallowing",
    "limb_threat": "a cold blue foot",
    "one_leg_swollen": "a swollen calf|swelling in my leg",
    "one_arm_swollen": "a swollen arm",
    "jaw_lock_swallow": "a locked jaw",
    "heart_flutter": "palpitations|a racing heart",
    "mouth_tingle": "tingling around my mouth",
    "numb_tingling": "numbness|tingling|pins and needles|numb fingers|a tingling foot",
    "limb_weakness": "weakness|a weak grip|a weak leg",
    "limb_clumsy": "clumsy hands|clumsiness",
    "belly_groin_pain": "belly pain|groin pain",
    "cancer_history": "cancer|a tumor",
    "weight_loss": "weight loss",
    "new_lump": "a lump|a new lump",
    "recent_infection": "an infection|a skin infection|an abscess",
    "spine_surgery": "back surgery|surgery on my spine",
    "spine_shot": "a shot in my spine|an epidural",
    "immune_weak": "a weak immune system",
    "diabetes": "diabetes",
    "osteoporosis": "osteoporosis|thin bones",
    "one_side_rash": "a rash|blisters|shingles",
    "on_off_spasm": "cramps|muscle spasms|spasms",
    "fluid_loss_sweat": "diarrhea|vomiting",
    "burn_or_shock": "burning|electric shocks",
    "hard_knot": "a knot|knots in the muscle",
    "muscle_thinning": "muscle wasting",
    "clot_before": "a blood clot|blood clots",
    "low_mood": "depression",
    "scalp_sore": "a sore scalp",
    "too_dizzy_to_stand": "dizziness|vertigo",
    "drugs_injected": "street drugs",
    "steroid_pills": "steroid pills|prednisone",
    "blood_thinner": "a blood thinner|warfarin",
    "medicine_trigger": "a new medicine|a statin",
}
SIGN_SAID = {
    "gate_fever": "i'm shivering|i've had a fever since last night",
    "numb_tingling": "my hand is numb|my foot tingles|my fingers go numb",
    "limb_weakness": "my arm is weak|i can't grip things|my leg gives way",
    "gate_injury": "i fell down the stairs|i was in a car accident",
    "one_leg_swollen": "my calf is swollen|one leg is bigger than the other",
    "dark_urine": "my pee is dark brown",
    "weight_loss": "i've lost twenty pounds",
    "sight_change": "i'm seeing double|my vision is blurry",
    "travels_line": "it shoots down my leg|it runs down my arm",
    "past_knee_elbow": "it goes past my knee",
    "cough_worse": "it hurts down the leg when i cough",
    "constant_night_pain": "it keeps me awake all night|it wakes me up every night",
    "tender_press": "it hurts when i press on it",
    "on_off_spasm": "it cramps up and then lets go|my calf keeps cramping",
    "hard_knot": "the muscle is hard as a rock",
    "pregnant": "i'm pregnant|i'm expecting a baby",
    "one_side_rash": "i have blisters on one side",
    "gate_legs_gait": "my balance is off|i keep tripping",
    "limb_clumsy": "i keep dropping things|my hand is clumsy",
    "burn_or_shock": "it burns like fire|it's like an electric shock",
    "touch_hurts": "even a light touch hurts",
    "hand_shake_relief": "i have to shake my hand awake at night",
    "walk_bend_relief": "it gets better when i sit down",
    "recent_overuse": "i was lifting boxes|i worked out yesterday",
    "jaw_lock_swallow": "my jaw is stuck shut|i can't open my mouth",
    "diabetes": "i'm diabetic|i have diabetes",
    "blood_thinner": "i take warfarin|i'm on blood thinners",
    "cancer_history": "i had breast cancer in 2011|i had cancer years ago",
    "low_mood": "i feel hopeless|it's getting me down",
}
YES_WITH = [
    "yes {}",
    "yeah {}",
    "i have {}",
    "i do have {}",
    "i've got {}",
    "yes i have {}",
    "yep there's {}",
    "there is {}",
    "i think i have {}",
    "um yes i've had {}",
]
NO_WITH = [
    "{} no",
    "{} not at all",
    "{} never",
    "no {}",
    "i don't have {}",
    "i haven't had {}",
    "i've never had {}",
    "no i don't have {}",
    "there's no {}",
    "not {}",
    "no i have no {}",
    "nope no {}",
    "i haven't got {}",
    "without {}",
    "no sign of {}",
    "never had {}",
]
OTHERS_WITH = [
    "my dad had {}",
    "my mother had {} last year",
    "my neighbor has {}",
    "a friend of mine had {}",
    "my aunt died of {}",
    "my sister had {} years ago",
    "my wife has {} but i don't",
]
SUPPOSED_WITH = [
    "what if i get {}",
    "i'm worried about {}",
    "i'm afraid of {}",
    "what happens if i get {}",
    "what if it's {}",
]
ASKED_WITH = [
    "can this cause {}",
    "is {} bad",
    "what does {} mean",
    "does a pinched nerve cause {}",
    "should i worry about {}",
    "is {} a sign of something",
    "why would i get {}",
    "do you mean {}",
    "what has {} to do with it",
    "could it be {}",
]

# --- emergencies ---------------------------------------------------------------------------------

EMERGENCIES = {
    "chest": (
        "my chest hurts|i have chest pain|there's pressure on my chest|my chest feels tight|"
        "i think i'm having a heart attack|i've got crushing chest pain|"
        "my chest is really hurting bad|something just ripped in my back|"
        "there's a heavy weight on my chest|i have a pain in my chest"
    ),
    "breath": (
        "i can't breathe|i can hardly breathe|i'm struggling to breathe|"
        "i can't catch my breath|i can't get any air|it's hard to breathe|i'm short of breath|"
        "i'm having trouble breathing|i'm gasping for air"
    ),
    "stroke": (
        "my face is drooping|half of my face is drooping|my speech is slurred|"
        "i'm slurring my words|i think i'm having a stroke|my mouth is drooping on one side|"
        "my whole left side is numb|one side of my body went weak|i can't get my words out"
    ),
    "cauda": (
        "i can't pee|i wet myself and didn't feel it|i'm numb between my legs|"
        "i lost control of my bladder|i lost control of my bowels|i can't feel my privates|"
        "i pooped myself without knowing|i haven't been able to pee all day|"
        "i've been going in my pants|i don't feel it when i wipe|i can't feel it when i wipe"
    ),
    "paralysis": (
        "i can't move my legs|i can't feel my legs|both my legs are numb|my legs won't move|"
        "my legs won't work|i'm paralyzed|both legs went weak|"
        "i can't feel anything below my waist|my legs gave way"
    ),
    "faint": (
        "i passed out|i just fainted|i blacked out|i had a seizure|i keep passing out|"
        "my husband is unconscious|my wife just collapsed|he's having a seizure|"
        "i don't know where i am"
    ),
    "overdose": (
        "i took too many pills|i took a whole bottle of tylenol|i overdosed|"
        "i swallowed all my pills|i took a double dose of my morphine|i took twenty advil|"
        "my son swallowed my pills"
    ),
    "help": (
        "call an ambulance|call 911|can you call an ambulance|this is an emergency|"
        "it's an emergency|i'm dying|i need help now|should i call 911|i need an ambulance"
    ),
    "er": (
        "i need to go to the er|i need to go to the hospital|i need a doctor right now|"
        "take me to the hospital"
    ),
    "self_harm": (
        "i want to die|i want to kill myself|i don't want to live anymore|"
        "i'm going to kill myself|i wish i was dead|i'd be better off dead|"
        "i want to end my life|i'm thinking of hurting myself"
    ),
}
AROUND = [
    "{}",
    "help {}",
    "{} right now",
    "um {}",
    "please {}",
    "oh god {}",
    "listen {}",
    "i think {}",
    "no but {}",
    "yes and {}",
    "wait {}",
    "{} and i'm scared",
    "it hurts and {}",
    "{} since this morning",
    "sorry to bother you but {}",
    "i don't want to make a fuss but {}",
    "okay so {}",
    "never mind that {}",
    "my back hurts and {}",
    "about a week but {}",
    "{} my hearing is fine",
    "{} and everything else is normal",
    "my eyes are fine but {}",
]
NOT_AROUND = {
    "help": {
        "i think {}",
        "{} since this morning",
        "about a week but {}",
        "{} and everything else is normal",
    },
    "er": {"{} since this morning"},
}
EMERGENCY_NAMED = {
    "chest": "chest pain|a heart attack|chest pains|pressure on my chest",
    "breath": "trouble breathing|shortness of breath",
    "stroke": "a stroke|slurred speech|a drooping face",
    "faint": "a seizure|a blackout|fainting",
    "cauda": "numbness between my legs|loss of bladder control",
}
HARMLESS_WITH = [
    "if i had {} i would tell you",
    "in case of {} i know what to do",
    "{} no",
    "{} not at all",
    "{} went away years ago",
    "no {}",
    "i don't have {}",
    "i've never had {}",
    "no i haven't had {}",
    "there's no {}",
    "nope no {}",
    "i haven't had {}",
    "never had {}",
    "no sign of {}",
    "my dad had {}",
    "my grandmother died of {}",
    "my uncle had {} last year",
    "my neighbor had {} ten years ago",
    "a friend of mine had {} once",
    "i had {} ten years ago",
    "i had {} in 2010",
    "i had {} when i was a kid",
    "i used to get {}",
    "i had {} years ago",
    "what if i get {}",
    "i'm worried about {}",
    "i'm afraid of {}",
    "i read about {}",
    "i thought i was having {}",
    "i watched a movie about {}",
]
ASKED_BACK_WITH = [
    "i've had {} for years",
    "{} for ten years now",
    "maybe {}",
    "it might be {}",
    "possibly {}",
    "i'm not sure if i have {}",
    "i don't know whether it's {}",
    "can this cause {}",
    "can muscle spasms cause {}",
    "is this {}",
    "could this be {}",
    "do you mean {}",
    "what does {} feel like",
    "what are the signs of {}",
    "will i get {}",
    "can you get {} from this",
]
INSTEAD_WITH = [
    "no {0} just {1}",
    "no {0} only {1}",
    "not {0} just {1}",
    "no {0} simply {1}",
]
"""Of two signs: the first denied, the second there."""
STATED_WITH = [
    "is always {}",
    "is just {}",
    "has been {} for days",
    "does feel {}",
]
"""They begin as a question does, with the subject left out."""
OPENED_WITH = ["yes my {} hurts", "no my {} hurts", "yeah my {} aches", "right my {} hurts"]
"""The opener says something of its own; what follows says where it hurts."""
OTHER_NOW = [
    "my wife can't breathe",
    "my husband has chest pain",
    "my mother is having a stroke",
    "my son just passed out",
    "my dad can't move his legs",
    "my daughter is having a seizure",
    "my husband's face is drooping",
    "my wife is unconscious",
    "grandma took too many pills",
    "my friend can't feel his legs",
]
FIGURES = [
    "what a stroke of luck",
    "you scared me half to death",
    "i nearly had a heart attack when i saw the bill",
    "i laughed so hard i nearly wet myself",
    "that's a weight off my chest",
    "it takes my breath away how pretty it is",
    "i could murder a burger",
    "my heart isn't in it",
    "my phone is dying",
    "i'm dying of boredom",
    "i passed out the flyers yesterday",
    "i'm gasping for a coffee",
    "you're killing me",
    "my boss is going to kill me",
    "i'd kill for a nap",
    "break a leg",
    "my battery died",
]

# --- answers -------------------------------------------------------------------------------------

YES = [
    "yes",
    "yeah",
    "yep",
    "yup",
    "uh-huh",
    "mm hmm",
    "absolutely",
    "definitely",
    "of course",
    "it does",
    "it is",
    "i do",
    "i have",
    "yes it does",
    "yes i do",
    "that's right",
    "exactly",
    "sure does",
    "i'm afraid so",
    "correct",
    "yes sir",
    "oh yes",
    "you bet",
    "for sure",
    "unfortunately yes",
]
NO = [
    "no",
    "nope",
    "nah",
    "not at all",
    "never",
    "no way",
    "it doesn't",
    "it isn't",
    "i don't",
    "i haven't",
    "no it doesn't",
    "no i don't",
    "absolutely not",
    "definitely not",
    "of course not",
    "not that i know of",
    "no never",
    "no sir",
    "uh uh",
    "not really no",
    "no thank god",
    "not me",
]
SOFT_NO = [
    "not really",
    "i don't think so",
    "i guess not",
    "i doubt it",
    "probably not",
    "no i don't think so",
    "hardly",
    "i don't believe so",
    "not particularly",
]
SOFT_YES = [
    "i think so",
    "i guess so",
    "sort of",
    "kind of",
    "a little",
    "a bit",
    "sometimes",
    "probably",
    "i suppose",
    "now and then",
    "yes a little",
    "yeah sometimes",
    "mostly",
    "yes i think so",
]
UNSURE = [
    "i don't know",
    "i'm not sure",
    "not sure",
    "no idea",
    "maybe",
    "i can't say",
    "hard to say",
    "i couldn't tell you",
    "i have no idea",
    "beats me",
    "i can't tell",
    "perhaps",
    "it depends",
    "i don't remember",
    "who knows",
]
NONE = [
    "none",
    "none of these",
    "none of those",
    "neither",
    "nothing like that",
    "none of that",
    "i don't have any of those",
    "no none of them",
    "not any of those",
    "neither of them",
    "none at all",
    "no nothing like that",
]
ANSWER_AROUND = [
    "{}",
    "um {}",
    "well {}",
    "uh {}",
    "{} doctor",
    "{} thanks",
    "oh {}",
    "hmm {}",
    "{} ma'am",
    "honestly {}",
    "okay {}",
    "let me see {}",
    "you know {}",
    "to be honest {}",
]
CORRECTED = [
    "{wrong} no wait {right}",
    "{wrong} sorry i mean {right}",
    "{wrong} i mean {right}",
    "{wrong} no i meant {right}",
    "{wrong} scratch that {right}",
    "{wrong} actually no {right}",
    "{wrong} wait no {right}",
]

AGES = {
    "thirty eight": 38,
    "i'm forty two": 42,
    "seventy one years old": 71,
    "i am sixty five": 65,
    "eight": 8,
    "she's twelve": 12,
    "a hundred and three": 103,
    "i'm in my forties": 45,
    "my son is six months old": 0,
    "29": 29,
    "i'm 54": 54,
    "just turned eighty": 80,
}
PLACES = {
    "my neck": "neck",
    "in the neck": "neck",
    "my shoulder": "shoulder_arm",
    "my left arm": "shoulder_arm",
    "my elbow": "shoulder_arm",
    "between my shoulder blades": "upper_back_ribs",
    "my ribs": "upper_back_ribs",
    "my upper back": "upper_back_ribs",
    "my lower back": "lower_back",
    "low in my back": "lower_back",
    "my tailbone": "lower_back",
    "my leg": "leg",
    "my right calf": "leg",
    "my hip": "leg",
    "my foot": "leg",
    "my jaw": "jaw_face",
    "my face": "jaw_face",
    "everywhere": "widespread",
    "all over my body": "widespread",
    "my neck and my arm": "neck_arm",
    "my lower back and my leg": "lower_back_leg",
}
TIMES = {
    "today": "lt_2d",
    "since yesterday": "lt_2d",
    "this morning": "lt_2d",
    "an hour ago": "lt_2d",
    "three days ago": "lt_1w",
    "since monday": "lt_1w",
    "a few days": "lt_1w",
    "five days": "lt_1w",
    "a week": "lt_2w",
    "about ten days": "lt_2w",
    "last week": "lt_2w",
    "two weeks": "2_6w",
    "three weeks ago": "2_6w",
    "a month": "2_6w",
    "about five weeks": "2_6w",
    "two months": "gt_6w",
    "half a year": "gt_6w",
    "years": "gt_6w",
    "over a year": "gt_6w",
    "since last summer": "gt_6w",
    "six months": "gt_6w",
}
GRADES = {
    "mild": "mild",
    "not too bad": "mild",
    "just annoying": "mild",
    "two out of ten": "mild",
    "moderate": "moderate",
    "medium": "moderate",
    "five": "moderate",
    "i can live with it": "moderate",
    "eight out of ten": "strong",
    "a seven": "strong",
    "severe": "severe",
    "unbearable": "severe",
    "ten out of ten": "severe",
    "i can't think": "severe",
    "the worst pain of my life": "severe",
    "excruciating": "severe",
}

QUESTIONS = [
    "is that bad or no",
    "what if i say no",
    "what should i do",
    "so what do i do",
    "what do i have",
    "is that normal",
    "what does that mean for me",
    "why does it hurt so much",
    "am i going to be okay",
    "how many should i do",
    "do i need a doctor",
    "should i be worried about yes answers",
    "is it serious if it is yes",
    "what happens if i say yes",
    "can you tell me what's wrong",
    "what do you think it is",
    "do you know what it is",
    "would that be a problem",
    "is there a cure or no",
    "are you a doctor",
    "is this private",
    "how long will it take to heal",
    "might it be arthritis",
    "i wonder if it's a disc",
    "does that matter",
    "is it okay to drive",
    "will it get better or not",
]
WAITS = [
    "wait",
    "hang on",
    "one moment",
    "hold on a second",
    "let me check",
    "give me a second",
    "let me think",
    "just a minute",
]
CRIES = [
    "it hurts so bad",
    "this hurts",
    "ow",
    "ouch it hurts",
    "i'm in so much pain",
    "it hurts so much",
]
NOT_AGREEING = [
    "this is bad",
    "this is stupid",
    "this is urgent",
    "this is annoying",
    "that's a lot",
    "you're funny",
    "what a day",
    "i'm bored",
]
